# Timers that are due within a millisecond fire together; on a loaded machine CPython may take two turns for them
# only: lockstep
import asyncio


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


asyncio.run(main())

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
