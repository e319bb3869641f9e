# A hundred thousand threads are too many.
# only: lockstep
# exit: 4
# stderr-has: threads
import threading
import time

for _ in range(100_000):
    threading.Thread(target=time.sleep, args=(1000,)).start()
