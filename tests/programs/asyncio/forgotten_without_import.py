# A coroutine that is thrown away, in a program that imports nothing.
async def work():
    return 1


work()
print("after")

# stdout:
#| after
# stderr:
#| forgotten_without_import.py:6: RuntimeWarning: coroutine 'work' was never awaited
#|   work()
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
