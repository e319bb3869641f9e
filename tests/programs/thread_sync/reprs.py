# reprs of the primitives, addresses taken out.
import threading

def show(thing):
    head, at, tail = repr(thing).partition(" at 0x")
    print(head, tail.lstrip("0123456789abcdef"))

lock = threading.Lock()
show(lock)
lock.acquire()
show(lock)
show(threading.RLock())
show(threading.Event())
show(threading.Semaphore(3))
show(threading.BoundedSemaphore(2))
show(threading.Barrier(2))
show(threading.Condition(threading.Lock()))

# stdout:
#| <unlocked _thread.lock object >
#| <locked _thread.lock object >
#| <unlocked _thread.RLock object owner=0 count=0 >
#| <threading.Event : unset>
#| <threading.Semaphore : value=3>
#| <threading.BoundedSemaphore : value=2/2>
#| <threading.Barrier : waiters=0/2>
#| <Condition(<unlocked _thread.lock object >, 0)>
