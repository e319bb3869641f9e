# since 3.13
import queue
import threading

q = queue.Queue()


def work():
    try:
        while True:
            print(q.get())
    except queue.ShutDown:
        print("shut down")


t = threading.Thread(target=work)
t.start()
q.put(1)
q.shutdown()
t.join()
