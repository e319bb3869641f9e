# notify before wait is lost: the waiter waits for ever.
# only: lockstep
# exit: 3
# stderr-has: waiter
import threading
import time

condition = threading.Condition()

def waiter():
    time.sleep(0.1)
    with condition:
        condition.wait()
    print("never")

threading.Thread(target=waiter, name="waiter").start()
with condition:
    condition.notify()
print("notified too early")

# stdout:
#| notified too early
