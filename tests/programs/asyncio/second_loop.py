# What somebody had to wait for in one event loop is not waited for in another
import asyncio

lock = asyncio.Lock()
event = asyncio.Event()
queue = asyncio.Queue()
semaphore = asyncio.Semaphore(1)


async def hold(what):
    async with what:
        await asyncio.sleep(.1)


async def main():
    for what in (lock, semaphore):
        task = asyncio.create_task(hold(what))
        await asyncio.sleep(0)
        try:
            async with what:
                print("taken")
        except RuntimeError as error:
            print(type(what).__name__, "is bound" in str(error), str(error)[-32:])
        await task
    for wait in (event.wait, queue.get):
        try:
            await asyncio.wait_for(wait(), .05)
        except TimeoutError:
            print("in time")
        except RuntimeError as error:
            print(str(error)[-32:])


asyncio.run(main())
asyncio.run(main())

# stdout:
#| taken
#| taken
#| in time
#| in time
#| Lock True  bound to a different event loop
#| Semaphore True  bound to a different event loop
#|  bound to a different event loop
#|  bound to a different event loop
