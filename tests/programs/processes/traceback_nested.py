# The traceback of a child: its frames, chained exceptions and notes included.
import multiprocessing


class Broken(Exception):
    pass


def inner(n):
    try:
        return 1 / n
    except ZeroDivisionError as error:
        problem = Broken("no result")
        problem.add_note("n was %d" % n)
        raise problem from error


def work():
    inner(0)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work, name="calculator")
    process.start()
    process.join()
    print("exit code", process.exitcode)

# stdout:
#| exit code 1
# stderr:
#| Process calculator:
#| Traceback (most recent call last):
#|   File "traceback_nested.py", line 11, in inner
#|     return 1 / n
#|            ~~^~~
#| ZeroDivisionError: division by zero
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "<lib>/multiprocessing/process.py", in run
#|   File "traceback_nested.py", line 19, in work
#|     inner(0)
#|     ~~~~~^^^
#|   File "traceback_nested.py", line 15, in inner
#|     raise problem from error
#| Broken: no result
#| n was 0
