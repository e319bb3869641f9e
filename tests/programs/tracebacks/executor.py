# An exception from a future keeps the frames of the task.
from concurrent.futures import ThreadPoolExecutor

def task(n):
    return 100 // n

with ThreadPoolExecutor(1) as executor:
    future = executor.submit(task, 0)
print(future.result())

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "executor.py", line 9, in <module>
#|     print(future.result())
#|           ~~~~~~~~~~~~~^^
#|   File "<lib>/concurrent/futures/_base.py", in result
#|   File "<lib>/concurrent/futures/_base.py", in __get_result
#|   File "<lib>/concurrent/futures/thread.py", in run
#|   File "executor.py", line 5, in task
#|     return 100 // n
#|            ~~~~^^~~
#| ZeroDivisionError: integer division or modulo by zero
# exit: 1
