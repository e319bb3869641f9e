# since 3.9
import asyncio

x = []


def work():
    x.append("thread")


async def main():
    task = asyncio.create_task(asyncio.to_thread(work))
    await asyncio.sleep(0)
    x.append("loop")
    await task
    print(x)


asyncio.run(main())
