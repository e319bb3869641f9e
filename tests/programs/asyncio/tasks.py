# create_task, await, cancel, done, names, results and exceptions.
import asyncio

async def work(n):
    try:
        await asyncio.sleep(n)
        return n * 10
    except asyncio.CancelledError:
        print("cancelled", n)
        raise

async def fail():
    raise ValueError("from a task")

async def main():
    quick = asyncio.create_task(work(0.05), name="quick")
    slow = asyncio.create_task(work(60))
    bad = asyncio.create_task(fail())
    print(quick.get_name(), quick.done())
    print(await quick, quick.done(), quick.result())
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError:
        print("slow was cancelled:", slow.cancelled())
    try:
        await bad
    except ValueError as error:
        print(error, repr(bad.exception()))
    results = await asyncio.gather(work(0.01), fail(), return_exceptions=True)
    print(results)

asyncio.run(main())

# stdout:
#| quick False
#| 0.5 True 0.5
#| cancelled 60
#| slow was cancelled: True
#| from a task ValueError('from a task')
#| [0.1, ValueError('from a task')]
