# async for, async with, asynchronous generators and comprehensions.
import asyncio

class Connection:
    async def __aenter__(self):
        print("connect")
        return self
    async def __aexit__(self, *info):
        print("disconnect", info[0])
    def __aiter__(self):
        self.n = 0
        return self
    async def __anext__(self):
        if self.n == 2:
            raise StopAsyncIteration
        self.n += 1
        return self.n

async def ticks(count):
    for n in range(count):
        yield n
        await asyncio.sleep(0)

async def main():
    async with Connection() as connection:
        async for item in connection:
            print("item", item)
    print([n async for n in ticks(3)], [n * 2 async for n in ticks(3) if n])

asyncio.run(main())

# stdout:
#| connect
#| item 1
#| item 2
#| disconnect None
#| [0, 1, 2] [2, 4]
