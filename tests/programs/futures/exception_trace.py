# Exception trace.
from concurrent.futures import ThreadPoolExecutor
def f(x):
    return 1 / x
with ThreadPoolExecutor() as ex:
    fut = ex.submit(f, 0)
    print("submitted")
    fut.result()

# stdout:
#| submitted
# stderr:
#| Traceback (most recent call last):
#|   File "exception_trace.py", line 8, in <module>
#|     fut.result()
#|     ~~~~~~~~~~^^
#|   File "<lib>/concurrent/futures/_base.py", in result
#|   File "<lib>/concurrent/futures/_base.py", in __get_result
#|   File "<lib>/concurrent/futures/thread.py", in run
#|   File "exception_trace.py", line 4, in f
#|     return 1 / x
#|            ~~^~~
#| ZeroDivisionError: division by zero
# exit: 1
