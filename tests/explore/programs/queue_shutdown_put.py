# since 3.13
import queue
import threading

q = queue.Queue(maxsize=1)
q.put(0)


def work():
    try:
        q.put(1)
        print("put")
    except queue.ShutDown:
        print("shut down")


t = threading.Thread(target=work)
t.start()
q.shutdown()
t.join()
