# A busy wait with a little arithmetic, behind a critical section: it goes round for ever.
import threading

count = 0
lock = threading.Lock()


def work(turns):
    global count
    with lock:
        count += 1
    while count < 2 + turns:
        pass


thread = threading.Thread(target=work, args=(0,))
thread.start()
thread.join()
