# Deadlock: condition never notified.
# only: lockstep
# exit: 3
import threading
c = threading.Condition()
def w():
    with c:
        c.wait()
t = threading.Thread(target=w, name="waiter"); t.start()
with c: print("never notified")

# stdout:
#| never notified

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread has run its code and waits for waiter to end
#|   waiter waits in c.wait() for somebody to notify it, at condition_never_notified.py:8
