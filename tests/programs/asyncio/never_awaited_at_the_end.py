# Coroutines that nobody awaits: one that only a failed run() had, which the last collection finds,
# and one that goes with its module.
import asyncio


async def lost():
    pass


async def held():
    pass


async def inside():
    asyncio.run(lost())


def twice():
    coroutine = held()
    pair = [coroutine, coroutine]
    return len(pair)


print(twice())
kept = held()
try:
    asyncio.run(inside())
except RuntimeError as error:
    print(error)

# stdout:
#| 2
#| asyncio.run() cannot be called from a running event loop
# stderr:
#| never_awaited_at_the_end.py:24: RuntimeWarning: coroutine 'held' was never awaited
#|   print(twice())
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| <sys>:0: RuntimeWarning: coroutine 'lost' was never awaited
#| RuntimeWarning: Enable tracemalloc to get the object allocation traceback
#| <sys>:0: RuntimeWarning: coroutine 'held' was never awaited
