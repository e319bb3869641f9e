# Calls of the library count for more than their instructions: an endless producer and consumer end within seconds.
# only: lockstep
# exit: 4
# stderr-has: limit reached (steps): the program did the work of
import queue
import threading

q = queue.Queue()


def pump():
    while True:
        q.put(1)
        q.get()


threading.Thread(target=pump).start()
pump()
