# traceback's functions with a limit of frames and without the chain; equal frames in a row are counted for each row
import traceback


def down(n):
    if n == 6:
        across(n - 1)
    elif n:
        down(n - 1)
    else:
        1 / 0


def across(n):
    down(n)


try:
    try:
        down(12)
    except ZeroDivisionError as error:
        error.add_note("two\nlines")
        raise ValueError("a\nb") from error
except ValueError as error:
    for limit in 0, 1, -1, None:
        print(traceback.format_exc(limit=limit))
    print(traceback.format_exc(limit=2, chain=False))
    traceback.print_exception(error, limit=1, chain=False)
    traceback.print_exc(limit=0)
    print(traceback.format_exception_only(error), traceback.format_exception_only(error.__cause__))
    print(len(traceback.extract_tb(error.__cause__.__traceback__, limit=-3)))
try:
    print.flish
except AttributeError as error:
    print(traceback.format_exception_only(error))
    print("".join(traceback.TracebackException.from_exception(error, limit=0).format()))

# stdout:
#| ZeroDivisionError: division by zero
#| two
#| lines
#|
#| The above exception was the direct cause of the following exception:
#|
#| ValueError: a
#| b
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 20, in <module>
#|     down(12)
#|     ~~~~^^^^
#| ZeroDivisionError: division by zero
#| two
#| lines
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 23, in <module>
#|     raise ValueError("a\nb") from error
#| ValueError: a
#| b
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 11, in down
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| two
#| lines
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 23, in <module>
#|     raise ValueError("a\nb") from error
#| ValueError: a
#| b
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 20, in <module>
#|     down(12)
#|     ~~~~^^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   [Previous line repeated 3 more times]
#|   File "limits.py", line 7, in down
#|     across(n - 1)
#|     ~~~~~~^^^^^^^
#|   File "limits.py", line 15, in across
#|     down(n)
#|     ~~~~^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   File "limits.py", line 9, in down
#|     down(n - 1)
#|     ~~~~^^^^^^^
#|   [Previous line repeated 2 more times]
#|   File "limits.py", line 11, in down
#|     1 / 0
#|     ~~^~~
#| ZeroDivisionError: division by zero
#| two
#| lines
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 23, in <module>
#|     raise ValueError("a\nb") from error
#| ValueError: a
#| b
#|
#| Traceback (most recent call last):
#|   File "limits.py", line 23, in <module>
#|     raise ValueError("a\nb") from error
#| ValueError: a
#| b
#|
#| ['ValueError: a\nb\n'] ['ZeroDivisionError: division by zero\n', 'two\n', 'lines\n']
#| 3
#| ["AttributeError: 'builtin_function_or_method' object has no attribute 'flish'\n"]
#| AttributeError: 'builtin_function_or_method' object has no attribute 'flish'
#|
# stderr:
#| Traceback (most recent call last):
#|   File "limits.py", line 23, in <module>
#|     raise ValueError("a\nb") from error
#| ValueError: a
#| b
#| ZeroDivisionError: division by zero
#| two
#| lines
#|
#| The above exception was the direct cause of the following exception:
#|
#| ValueError: a
#| b
