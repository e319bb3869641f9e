import threading

semaphore = threading.BoundedSemaphore(1)


def work():
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


semaphore.acquire()
a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
