# Tasks switch only at await: no update is lost without one, updates are lost around one.
import asyncio

counter = 0

async def safe():
    global counter
    for _ in range(100):
        seen = counter
        counter = seen + 1

async def unsafe():
    global counter
    for _ in range(100):
        seen = counter
        await asyncio.sleep(0)
        counter = seen + 1

async def main():
    global counter
    await asyncio.gather(safe(), safe())
    print(counter)
    counter = 0
    await asyncio.gather(unsafe(), unsafe())
    print(counter)

asyncio.run(main())

# stdout:
#| 200
#| 100
