# gather() of a list instead of its items; the same coroutine twice is run once.
import asyncio


async def work(n):
    print("work", n)
    return n


async def main():
    one = work(1)
    print(await asyncio.gather(one, work(2), one))
    try:
        await asyncio.gather([work(3)])
    except TypeError as error:
        print(error)


asyncio.run(main())

# stdout:
#| work 1
#| work 2
#| [1, 2, 1]
#| unhashable type: 'list'
