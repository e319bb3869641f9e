# since 3.10
import asyncio

lock = asyncio.Lock()
x = 0


async def work(name):
    global x
    async with lock:
        t = x
        await asyncio.sleep(0)
        x = t + 1
        print(name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    print(x)


asyncio.run(main())
