# Tour primitives.
import asyncio
async def f(): raise RuntimeError("in task")
async def main():
    t = asyncio.create_task(f(), name="bad")
    await asyncio.sleep(0.01)
    print(t.done(), repr(t.exception()), t)  if False else print(t.done(), repr(t.exception()))
    try: await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except TimeoutError: print("to")
    c = asyncio.Condition()
    async def w():
        async with c: await c.wait(); print("notified")
    x = asyncio.create_task(w()); await asyncio.sleep(0)
    async with c: c.notify_all()
    await x
    b = asyncio.Barrier(2); print(sorted(await asyncio.gather(b.wait(), b.wait())))
    s = asyncio.BoundedSemaphore(1)
    async with s: print(s.locked())
    try: s.release()
    except ValueError as e: print(e)
    q = asyncio.PriorityQueue(); q.put_nowait(2); q.put_nowait(1); print(await q.get(), q.qsize())
    try: asyncio.Queue(1).get_nowait()
    except asyncio.QueueEmpty as e: print(type(e).__name__)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_soon(fut.set_result, 9); print(await fut)
    async def agen():
        for i in range(2): yield i
    print([i async for i in agen()])
    await asyncio.wait_for(asyncio.sleep(1), 0.01)
asyncio.run(main())

# stdout:
#| True RuntimeError('in task')
#| to
#| notified
#| [0, 1]
#| True
#| BoundedSemaphore released too many times
#| 1 1
#| QueueEmpty
#| Task-1 1
#| 9
#| [0, 1]
# stderr:
#| Traceback (most recent call last):
#|   File "<lib>/asyncio/tasks.py", in wait_for
#|   File "<lib>/asyncio/tasks.py", in sleep
#| asyncio.exceptions.CancelledError
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "tour_primitives.py", line 30, in <module>
#|     asyncio.run(main())
#|     ~~~~~~~~~~~^^^^^^^^
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/base_events.py", in run_until_complete
#|   File "tour_primitives.py", line 29, in main
#|     await asyncio.wait_for(asyncio.sleep(1), 0.01)
#|   File "<lib>/asyncio/tasks.py", in wait_for
#|   File "<lib>/asyncio/timeouts.py", in __aexit__
#| TimeoutError
# exit: 1
