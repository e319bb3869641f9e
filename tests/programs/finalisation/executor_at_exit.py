# Executor threads are not daemons: an executor left open is finished at exit.
from concurrent.futures import ThreadPoolExecutor
import time

def task(n):
    time.sleep(0.1)
    print("task", n)

executor = ThreadPoolExecutor(max_workers=1)
for n in range(3):
    executor.submit(task, n)
print("main done")

# stdout:
#| main done
#| task 0
#| task 1
#| task 2
