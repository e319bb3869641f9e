# Tasks that are still pending when the program ends, in loops that are closed and in one that is not.
import asyncio

async def work(n):
    await asyncio.sleep(n)

async def main():
    task = asyncio.create_task(work(5), name="lost")
    await asyncio.sleep(0.01)
    print("main ends")

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
other = asyncio.new_event_loop()
kept = other.create_task(work(3), name="kept")
other.run_until_complete(asyncio.sleep(0.01))
print("end")

# stdout:
#| main ends
#| end
# stderr:
#| Task was destroyed but it is pending!
#| task: <Task pending name='lost' coro=<work() done, defined at pending_at_exit.py:4> wait_for=<Future pending cb=[Task.task_wakeup()]>>
#| Task was destroyed but it is pending!
#| task: <Task pending name='kept' coro=<work() running at pending_at_exit.py:5> wait_for=<Future pending cb=[Task.task_wakeup()]>>
