# Lock, Event, Semaphore and Condition of asyncio.
import asyncio

async def main():
    lock, event, limit, log = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), []

    async def locked(n):
        async with lock:
            log.append(f"in {n}")
            await asyncio.sleep(0.01)
            log.append(f"out {n}")

    await asyncio.gather(locked(1), locked(2))
    print(log)

    async def waiter():
        await event.wait()
        return "event seen"

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    print(await task, event.is_set(), lock.locked())
    inside = most = 0

    async def limited():
        nonlocal inside, most
        async with limit:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(limited() for _ in range(5)))
    print(most)

asyncio.run(main())

# stdout:
#| ['in 1', 'out 1', 'in 2', 'out 2']
#| event seen True False
#| 2
