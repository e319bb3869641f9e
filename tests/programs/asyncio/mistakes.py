# What goes wrong: a coroutine never awaited, run inside run, an exception out of run.
import asyncio

async def work():
    return 1

async def main():
    print(type(work).__name__, asyncio.iscoroutinefunction(work))
    try:
        asyncio.run(main())
    except RuntimeError as error:
        print(error)
    raise KeyError("out of run")

try:
    asyncio.run(main())
except KeyError as error:
    print(repr(error))
coroutine = work()
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)

# stdout:
#| function True
#| asyncio.run() cannot be called from a running event loop
#| KeyError('out of run')
#| 1
# stderr:
#| mistakes.py:12: RuntimeWarning: coroutine 'main' was never awaited
#|   print(error)
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
