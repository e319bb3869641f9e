# A child begins with what the globals are at the fork.
import multiprocessing
import threading

x = 0


def change():
    global x
    x = 1


def child():
    print(x)


thread = threading.Thread(target=change)
thread.start()
process = multiprocessing.get_context("fork").Process(target=child)
process.start()
process.join()
thread.join()
