# wait_for, timeout, wait, as_completed, TaskGroup.
import asyncio

async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def main():
    try:
        await asyncio.wait_for(nap(10), timeout=0.05)
    except asyncio.TimeoutError as error:
        print("timed out", asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(0.05):
            await nap(10)
    except TimeoutError:
        print("timeout block")
    tasks = [asyncio.create_task(nap(s)) for s in (0.1, 0.3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))
    for future in asyncio.as_completed([nap(0.2), nap(0.1)]):
        print(await future)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(nap(0.02))
        b = group.create_task(nap(0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(nap(5))
            group.create_task(asyncio.wait_for(nap(5), 0.01))
    except* TimeoutError as errors:
        print("group of", len(errors.exceptions))

asyncio.run(main())

# stdout:
#| timed out True
#| timeout block
#| 1 1
#| 2 0
#| 0.1
#| 0.2
#| 0.02 0.01
#| group of 1
