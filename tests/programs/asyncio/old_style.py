# The style of older lessons: a loop made by hand, run_in_executor with None, run_until_complete, wrap_future.
import asyncio
import concurrent.futures
import time

def blocking(n):
    time.sleep(0.1)
    return n * 10

async def main(loop):
    futures = [loop.run_in_executor(None, blocking, n) for n in range(3)]
    completed, pending = await asyncio.wait(futures)
    print(sorted(f.result() for f in completed), len(pending))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        print(await asyncio.wrap_future(pool.submit(blocking, 7)))

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    asyncio.get_event_loop().run_until_complete(main(loop))
finally:
    loop.close()

# stdout:
#| [0, 10, 20] 0
#| 70
