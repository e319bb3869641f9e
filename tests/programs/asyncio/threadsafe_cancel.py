# A future of run_coroutine_threadsafe that is cancelled cancels the task; an executor that was shut down stays so
import asyncio


async def long():
    await asyncio.sleep(5)


async def quick():
    return 7


async def fails():
    raise ValueError("no")


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(long(), loop)
    await asyncio.sleep(.1)
    print(future.running(), future.cancel())  # expect: False True
    await asyncio.sleep(.1)
    print(future.cancelled(), len(asyncio.all_tasks()))  # expect: True 1
    future = asyncio.run_coroutine_threadsafe(quick(), loop)
    await asyncio.sleep(.1)
    print(future.result(), future.cancel())  # expect: 7 False
    future = asyncio.run_coroutine_threadsafe(fails(), loop)
    await asyncio.sleep(.1)
    print(repr(future.exception()))  # expect: ValueError('no')
    print(await loop.run_in_executor(None, len, "abc"))  # expect: 3
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, print, "not reached")
    except RuntimeError as error:
        print(error)  # expect: Executor shutdown has been called


asyncio.run(main())
