# Loops used by hand: new_event_loop, run_until_complete, call_soon, call_later, futures.
import asyncio

async def work(n):
    await asyncio.sleep(0.01)
    return n * 2

loop = asyncio.new_event_loop()
print(loop.run_until_complete(work(4)))
loop.call_soon(print, "soon")
loop.call_later(0.1, loop.stop)
loop.call_later(0.05, print, "later")
loop.run_forever()
future = loop.create_future()
loop.call_soon(future.set_result, "set")
print(loop.run_until_complete(future), loop.is_running())
loop.close()
print(loop.is_closed())

# stdout:
#| 8
#| soon
#| later
#| set False
#| True
