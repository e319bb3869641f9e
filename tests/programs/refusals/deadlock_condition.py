# Everybody waits on a condition and nobody is left to notify.
# only: lockstep
# exit: 3
# stderr-has: W0
# stderr-has: W1
import threading

condition = threading.Condition()

def waiter():
    with condition:
        condition.wait()

for n in range(2):
    threading.Thread(target=waiter, name=f"W{n}").start()
