# Deadlock: thread module.
# only: lockstep
# exit: 3
import _thread
l = _thread.allocate_lock()
l.acquire()
def w(): l.acquire()
_thread.start_new_thread(w, ())
l.acquire()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits for the Lock l, held by itself, at thread_module.py:9
#|   Dummy waits for the Lock l, held by MainThread, at thread_module.py:7
