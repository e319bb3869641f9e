import threading


def work():
    lock.acquire()


def start():
    threading.Thread(target=work, name="b").start()


lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=start, name="a")
t.start()
threading.Thread(target=work, name="c").start()
t.join()
print([t.name for t in threading.enumerate()])
lock.release()
