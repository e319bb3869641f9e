# An exception in a process is printed there and ends it with exit code 1; the parent goes on.
from multiprocessing import Process

def fail(number):
    return 1 / number

if __name__ == "__main__":
    p = Process(target=fail, args=(0,))
    p.start()
    p.join()
    print("exit code", p.exitcode)
    named = Process(target=fail, args=("x",), name="Divider")
    named.start()
    named.join()
    print("exit code", named.exitcode)

# stdout:
#| exit code 1
#| exit code 1
# stderr:
#| Process Process-1:
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "<lib>/multiprocessing/process.py", in run
#|   File "exception.py", line 5, in fail
#|     return 1 / number
#|            ~~^~~~~~~~
#| ZeroDivisionError: division by zero
#| Process Divider:
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "<lib>/multiprocessing/process.py", in run
#|   File "exception.py", line 5, in fail
#|     return 1 / number
#|            ~~^~~~~~~~
#| TypeError: unsupported operand type(s) for /: 'int' and 'str'
