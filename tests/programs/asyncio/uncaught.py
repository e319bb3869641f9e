# An exception out of the main coroutine ends the program with a traceback.
# stderr-has: ValueError: from the depths
# stderr-has: in inner
import asyncio

async def inner():
    await asyncio.sleep(0)
    raise ValueError("from the depths")

async def main():
    print("main")
    await inner()

asyncio.run(main())

# stdout:
#| main
# exit: 1
