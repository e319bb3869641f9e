# A coroutine that is created and forgotten: a RuntimeWarning when it dies.
import asyncio

async def work():
    print("never")

async def main():
    work()
    print("main ends")

asyncio.run(main())

# stdout:
#| main ends
# stderr:
#| missing_await.py:8: RuntimeWarning: coroutine 'work' was never awaited
#|   work()
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
