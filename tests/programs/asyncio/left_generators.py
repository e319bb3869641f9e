# Loops over generators that are left early: what is in their finally runs; asyncio closes the rest at its end.
import asyncio

def numbers(name):
    try:
        for i in range(5):
            yield i
    finally:
        print("closed", name)

async def ticks(name):
    try:
        for i in range(5):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closed", name)

def first(name):
    for n in numbers(name):
        return n

async def main():
    for n in numbers("a"):
        break
    print("after a", first("b"))
    async for n in ticks("c"):
        if n == 1:
            break
    print("after c")
    await asyncio.sleep(0.01)
    print("slept")
    kept = ticks("d")
    async for n in kept:
        break
    print("main ends")

asyncio.run(main())

async def wrong():
    yield 1
    raise StopAsyncIteration

async def messages():
    for bad in ([1], 5, numbers("e")):
        try:
            async for _ in bad:
                pass
        except TypeError as error:
            print(error)
    try:
        print([x async for x in wrong()])
    except RuntimeError as error:
        print(error)
    try:
        await ticks("f").asend(1)
    except TypeError as error:
        print(error)

asyncio.run(messages())

# stdout:
#| closed a
#| closed b
#| after a 0
#| after c
#| closed c
#| slept
#| main ends
#| closed d
#| 'async for' requires an object with __aiter__ method, got list
#| 'async for' requires an object with __aiter__ method, got int
#| 'async for' requires an object with __aiter__ method, got generator
#| async generator raised StopAsyncIteration
#| can't send non-None value to a just-started async generator
