# Timers that are due within a millisecond fire together, and who awaits what cannot be awaited is told
import asyncio
import time


async def use(semaphore, n):
    async with semaphore:
        print("in", n)
        await asyncio.sleep(0.1)
    print("out", n)


async def bad(error):
    await asyncio.sleep(0.1)
    raise error


async def tick(name):
    await asyncio.sleep(0.1)
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)


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
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(use(semaphore, i) for i in range(5)))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad(ValueError("a")))
            group.create_task(bad(KeyError("b")))
    except* ValueError as e:
        print(e.exceptions)
    except* KeyError as e:
        print(e.exceptions)
    tasks = [asyncio.create_task(asyncio.sleep(0.1)) for _ in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    await asyncio.gather(*map(tick, "ABC"))
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
#| in 0
#| in 1
#| out 0
#| out 1
#| in 2
#| in 3
#| out 2
#| out 3
#| in 4
#| out 4
#| (ValueError('a'),)
#| (KeyError('b'),)
#| 3 0
#| A 1
#| B 1
#| C 1
#| A 2
#| B 2
#| C 2
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
