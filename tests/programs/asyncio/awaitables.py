# Who awaits what cannot be awaited is told; asynchronous iterators one by one; cancelled with and without words
import asyncio
import time


async def numbers():
    for i in range(2):
        yield i


async def failing():
    raise ValueError


async def helper():
    task = asyncio.create_task(failing())
    try:
        await task
    except ValueError:
        print("caught")


async def main():
    for thing in (time.sleep(0), 5, main, numbers(), (i for i in [])):
        try:
            await thing
        except TypeError as error:
            print(error)
    await helper()
    a = 1
    g = aiter(numbers())
    print(a, await anext(g), await anext(g), await anext(g, "default"))
    for function in (aiter, anext):
        try:
            function(5)
        except TypeError as error:
            print(error)
    tasks = [asyncio.create_task(asyncio.sleep(5)) for _ in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel("bye")
    tasks[1].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(asyncio.get_running_loop().call_soon(print, "x"), asyncio.Queue(2))
    try:
        asyncio.get_running_loop().create_future().result()
    except asyncio.InvalidStateError as error:
        print(error)


async def interrupted():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt


asyncio.run(main())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("interrupted")

# stdout:
#| object NoneType can't be used in 'await' expression
#| object int can't be used in 'await' expression
#| object function can't be used in 'await' expression
#| object async_generator can't be used in 'await' expression
#| object generator can't be used in 'await' expression
#| caught
#| 1 0 1 default
#| 'int' object is not an async iterable
#| 'int' object is not an async iterator
#| [CancelledError(''), CancelledError('')]
#| <Handle print()> <Queue maxsize=2>
#| Result is not set.
#| x
#| interrupted
