# Deadlock: two locks.
# only: lockstep
# exit: 3
import threading
a, b = threading.Lock(), threading.Lock()
gate = threading.Barrier(2)
def one():
    with a:
        gate.wait()
        with b: pass
def two():
    with b:
        gate.wait()
        with a: pass
t, u = threading.Thread(target=one, name="one"), threading.Thread(target=two, name="two")
t.start(); u.start()
t.join(); u.join()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in join() for one to end, at two_locks.py:17
#|   one waits for the Lock b, held by two, at two_locks.py:10
#|   two waits for the Lock a, held by one, at two_locks.py:14
