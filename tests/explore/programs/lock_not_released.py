import threading

lock = threading.Lock()


def work(x):
    lock.acquire()
    print(x)


a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
