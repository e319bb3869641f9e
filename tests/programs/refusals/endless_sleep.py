# A program that sleeps for ever ends long before it has executed 500 million instructions
# only: lockstep
import threading
import time


def tick():
    while True:
        time.sleep(1)


threading.Thread(target=tick).start()
tick()
# exit: 4
# stderr-has: 500000 sleeps and timeouts
