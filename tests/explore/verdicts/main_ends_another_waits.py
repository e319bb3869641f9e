import queue
import threading

jobs = queue.Queue()


def work():
    while True:
        print("job", jobs.get())


threading.Thread(target=work).start()
jobs.put(1)
