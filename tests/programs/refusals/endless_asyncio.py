# A task that only ever lets others go first.
# only: lockstep
# exit: 4
# stderr-has: limit reached (steps)
import asyncio


async def main():
    while True:
        await asyncio.sleep(0)


asyncio.run(main())
