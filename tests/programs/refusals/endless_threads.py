# Two threads that spin for ever end at the limit of steps.
# only: lockstep
# exit: 4
# stderr-has: steps
import threading

def spin():
    while True:
        sum(range(10))

for _ in range(2):
    threading.Thread(target=spin).start()
