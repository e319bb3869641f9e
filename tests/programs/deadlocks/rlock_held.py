# Deadlock: rlock held.
# only: lockstep
# exit: 3
import threading
r = threading.RLock()
r.acquire()
def w():
    with r: pass
t = threading.Thread(target=w); t.start()
t.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Thread-1 (w) to end, at rlock_held.py:10
#|   Thread-1 (w) waits for the RLock r, held by MainThread, at rlock_held.py:8
