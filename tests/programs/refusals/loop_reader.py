# An event loop watches no files.
# only: lockstep
# exit: 5
# stderr-has: loop.add_reader() is not supported
import asyncio
loop = asyncio.SelectorEventLoop()
loop.add_reader(0, print)
