# Threads that start threads end at the limit.
# only: lockstep
import threading
import time


def again():
    threading.Thread(target=again).start()
    threading.Thread(target=again).start()
    time.sleep(10)


again()
# stdout:
# stderr-has: limit reached (threads): more than 2000 threads at once
# exit: 4
