# asynccontextmanager, AsyncExitStack, shield, and a timeout inside a lock.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

@asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("close", name)

async def important():
    await asyncio.sleep(0.1)
    print("important done")
    return "kept"

async def main():
    async with session("a") as a:
        print(a)
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(session(n)) for n in "bc"])
    task = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=0.02)
    except TimeoutError:
        print("gave up waiting")
    print(await task)

asyncio.run(main())

# stdout:
#| open a
#| A
#| close a
#| open b
#| open c
#| ['B', 'C']
#| close c
#| close b
#| gave up waiting
#| important done
#| kept
