# reprs of the primitives, addresses taken out.
import re
import threading

def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0xX", repr(thing)))

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
#| <unlocked _thread.lock object at 0xX>
#| <locked _thread.lock object at 0xX>
#| <unlocked _thread.RLock object owner=0 count=0 at 0xX>
#| <threading.Event at 0xX: unset>
#| <threading.Semaphore at 0xX: value=3>
#| <threading.BoundedSemaphore at 0xX: value=2/2>
#| <threading.Barrier at 0xX: waiters=0/2>
#| <Condition(<unlocked _thread.lock object at 0xX>, 0)>
