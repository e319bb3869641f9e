# sys.tracebacklimit: how many calls every traceback shows, the outermost where the module traceback prints it, the
# innermost where nobody has caught the error.
import sys
import threading
import traceback


def f():
    g()


def g():
    1 / 0


for limit in (0, 1, -1, None, 5):
    sys.tracebacklimit = limit
    print("limit", limit)
    try:
        f()
    except ZeroDivisionError as error:
        traceback.print_exc(file=sys.stdout)
        traceback.print_exc(limit=2, file=sys.stdout)
        traceback.print_tb(error.__traceback__, file=sys.stdout)
        print(len(traceback.format_stack()), len(traceback.extract_tb(error.__traceback__)))

for limit in (1, 2, 4):
    sys.tracebacklimit = limit
    try:
        f()
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
sys.tracebacklimit = 1
thread = threading.Thread(target=f, name="worker")
thread.start()
thread.join()
sys.tracebacklimit = 2
f()

# stdout:
#| limit 0
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#| ZeroDivisionError: division by zero
#| 0 0
#| limit 1
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#| ZeroDivisionError: division by zero
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#| 1 1
#| limit -1
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#| ZeroDivisionError: division by zero
#| 0 0
#| limit None
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#| ZeroDivisionError: division by zero
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| 1 3
#| limit 5
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#| ZeroDivisionError: division by zero
#|   File "limit_of_all.py", line 20, in <module>
#|     f()
#|     ~^^
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| 1 3
# stderr:
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Exception in thread worker:
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "limit_of_all.py", line 9, in f
#|     g()
#|     ~^^
#|   File "limit_of_all.py", line 13, in g
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
# exit: 1
