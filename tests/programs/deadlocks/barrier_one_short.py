# Deadlock: barrier one short.
# only: lockstep
# exit: 3
import threading
b = threading.Barrier(3)
for i in range(2): threading.Thread(target=b.wait).start()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread has run its code and waits for Thread-1 (wait) to end
#|   Thread-1 (wait) waits in b.wait() for more threads: 2 of 3 have come, started at barrier_one_short.py:6
#|   Thread-2 (wait) waits in b.wait() for more threads: 2 of 3 have come, started at barrier_one_short.py:6
