# gather() of a list instead of its items; the same coroutine twice is run once.
import asyncio


async def work(n):
    print("work", n)
    return n


async def main():
    one = work(1)
    print(await asyncio.gather(one, work(2), one))
    three = work(3)
    try:
        await asyncio.gather([three])
    except TypeError as error:
        print(error)
    await three


asyncio.run(main())

# stdout:
#| work 1
#| work 2
#| [1, 2, 1]
#| unhashable type: 'list'
#| work 3
