import multiprocessing
import threading

lock = multiprocessing.Lock()


def take():
    lock.acquire()


def give():
    try:
        lock.release()
    except ValueError as error:
        print(error)


threads = [threading.Thread(target=f) for f in (take, give)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("end")
