# get on a queue that nobody fills.
# only: lockstep
# exit: 3
# stderr-has: consumer
import queue
import threading

q = queue.Queue()
t = threading.Thread(target=q.get, name="consumer")
t.start()
t.join()
