# Deadlock: tasks that wait for a queue, an event, a future and a lock.
# only: lockstep
# exit: 3
import asyncio
async def getter(q):
    return await q.get()
async def waiter(e):
    await e.wait()
async def lockit(l, fut):
    async with l:
        await fut
async def main():
    q = asyncio.Queue()
    e = asyncio.Event()
    l = asyncio.Lock()
    fut = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(getter(q), name="g")
        tg.create_task(waiter(e), name="w")
        tg.create_task(lockit(l, fut), name="l1")
        tg.create_task(lockit(l, fut), name="l2")
        await asyncio.wait([asyncio.create_task(waiter(e))])
asyncio.run(main())

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in the event loop: no task can ever go on, at tasks_of_a_group.py:23
#|     task Task-1 waits for task Task-2, at tasks_of_a_group.py:22
#|     task g waits in q.get() for somebody to put an item: the queue is empty, at tasks_of_a_group.py:6
#|     task w waits in e.wait() for somebody to set the event, at tasks_of_a_group.py:8
#|     task l1 waits for the future fut, at tasks_of_a_group.py:11
#|     task l2 waits for the asyncio.Lock l, held by task l1, at tasks_of_a_group.py:10
#|     task Task-2 waits in e.wait() for somebody to set the event, at tasks_of_a_group.py:8
