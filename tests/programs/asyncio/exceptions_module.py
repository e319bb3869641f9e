# `asyncio.exceptions` comes with `asyncio`.
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except asyncio.exceptions.TimeoutError as error:
        print("late", type(error).__name__)
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.exceptions.CancelledError:
        print("cancelled", asyncio.exceptions.CancelledError is asyncio.CancelledError)
    try:
        asyncio.Future().result()
    except asyncio.exceptions.InvalidStateError as error:
        print(error)


asyncio.run(main())

# stdout:
#| late TimeoutError
#| cancelled True
#| Result is not set.
