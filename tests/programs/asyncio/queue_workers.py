# asyncio.Queue with two workers that are cancelled when the work is done.
import asyncio

async def worker(name, queue, done):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.05)
        done.append(item)
        queue.task_done()

async def main():
    queue, done = asyncio.Queue(), []
    for n in range(6):
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(f"w{i}", queue, done)) for i in range(2)]
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(done), queue.empty())

asyncio.run(main())

# stdout:
#| [0, 1, 2, 3, 4, 5] True
