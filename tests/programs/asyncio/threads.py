# run_in_executor and to_thread: blocking code beside coroutines.
import asyncio
import concurrent.futures
import threading
import time

def blocking(n):
    time.sleep(0.2)
    return n, threading.current_thread() is threading.main_thread()

async def main():
    loop = asyncio.get_running_loop()
    start = time.time()
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, n) for n in range(3))))
    print(await asyncio.to_thread(blocking, 9))
    print(await loop.run_in_executor(None, blocking, 10))
    print(f"{time.time() - start:.1f}")

asyncio.run(main())

# stdout:
#| [(0, False), (1, False), (2, False)]
#| (9, False)
#| (10, False)
#| 0.6
