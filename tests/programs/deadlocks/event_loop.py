# Deadlock: event loop.
# only: lockstep
# exit: 3
import asyncio
async def main():
    await asyncio.Event().wait()
asyncio.run(main())

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in the event loop: no task can ever go on, at event_loop.py:7
#|     task Task-1 waits in an asyncio.Event.wait() for somebody to set the event, at event_loop.py:6
