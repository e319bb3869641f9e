# Deadlock: two tasks and two locks.
# only: lockstep
# exit: 3
import asyncio
async def f(a, b):
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            pass
async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    t1 = asyncio.create_task(f(a, b), name="one")
    t2 = asyncio.create_task(f(b, a), name="two")
    await asyncio.gather(t1, t2)
asyncio.run(main())

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in the event loop: no task can ever go on, at tasks_and_locks.py:15
#|     task Task-1 waits for the tasks one, two, at tasks_and_locks.py:14
#|     task one waits for the asyncio.Lock b, held by task two, at tasks_and_locks.py:8
#|     task two waits for the asyncio.Lock a, held by task one, at tasks_and_locks.py:8
