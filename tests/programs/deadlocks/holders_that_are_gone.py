# Whoever holds a lock is told, also where it has ended, stayed behind at a fork, or is a task that took it by acquire().
# only: lockstep
# exit: 3
import asyncio, threading, time
import multiprocessing as mp
left, copied = threading.Lock(), threading.Lock()
def takes_and_ends():
    left.acquire()
def waits():
    left.acquire()
def child():
    with copied:
        print("never")
def holds():
    with copied:
        time.sleep(1)
async def twice():
    own = asyncio.Lock()
    await own.acquire()
    await own.acquire()
if __name__ == "__main__":
    threading.Thread(target=takes_and_ends, name="gone").start()
    threading.Thread(target=waits, name="waiting").start()
    threading.Thread(target=holds, name="holder").start()
    threading.Thread(target=asyncio.run, args=(twice(),), name="loop").start()
    time.sleep(0.1)
    p = mp.Process(target=child, name="forked")
    p.start()
    p.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for forked to end, at holders_that_are_gone.py:29
#|   waiting waits for the Lock left, held by gone, which has ended, at holders_that_are_gone.py:10
#|   loop waits in the event loop: no task can ever go on, started at holders_that_are_gone.py:25
#|     task Task-1 waits for the asyncio.Lock own, held by itself, at holders_that_are_gone.py:20
#|   MainThread of forked waits for the Lock copied, held by holder when the process was forked, at holders_that_are_gone.py:12
