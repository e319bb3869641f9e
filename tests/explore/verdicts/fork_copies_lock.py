import multiprocessing
import threading

lock = threading.Lock()


def hold():
    with lock:
        pass


def child():
    lock.acquire()


thread = threading.Thread(target=hold)
thread.start()
process = multiprocessing.get_context("fork").Process(target=child)
process.start()
process.join()
thread.join()
