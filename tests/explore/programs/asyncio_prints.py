# since 3.9
# Two sleeps and a thread that prints.
import asyncio


async def main():
    await asyncio.sleep(1)
    task = asyncio.create_task(asyncio.to_thread(print, "x"))
    await asyncio.sleep(1)
    print("y")
    await task


asyncio.run(main())
