# Deadlock: join each other.
# only: lockstep
# exit: 3
import threading
def w(t): t.join()
me = threading.current_thread()
t = threading.Thread(target=w, args=(me,)); t.start(); t.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for Thread-1 (w) to end, at join_each_other.py:7
#|   Thread-1 (w) waits in join() for MainThread to end, at join_each_other.py:5
