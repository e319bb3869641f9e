# since 3.13
import queue
import threading

q = queue.Queue()
q.put(1)


def work():
    try:
        print(q.get())
    except queue.ShutDown:
        print("shut down")


t = threading.Thread(target=work)
t.start()
q.shutdown(immediate=True)
t.join()
