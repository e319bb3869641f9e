# Cancelled tasks: the traceback shows where each coroutine waited.
import asyncio
async def inner():
    await asyncio.sleep(1)
async def main():
    t = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    t.cancel()
    await t
asyncio.run(main())

# stdout:
# stderr:
#| Traceback (most recent call last):
#|   File "task_cancelled_trace.py", line 10, in <module>
#|     asyncio.run(main())
#|     ~~~~~~~~~~~^^^^^^^^
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/runners.py", in run
#|   File "<lib>/asyncio/base_events.py", in run_until_complete
#|   File "task_cancelled_trace.py", line 9, in main
#|     await t
#|   File "task_cancelled_trace.py", line 4, in inner
#|     await asyncio.sleep(1)
#|   File "<lib>/asyncio/tasks.py", in sleep
#| asyncio.exceptions.CancelledError
# exit: 1
