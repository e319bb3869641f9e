import asyncio

x = 0


async def work():
    global x
    t = x
    await asyncio.sleep(0)
    x = t + 1


async def main():
    await asyncio.gather(work(), work())
    print(x)


asyncio.run(main())
