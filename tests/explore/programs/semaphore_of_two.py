# It lets two in, so that it keeps nobody out.
import multiprocessing
import threading

x = 0
semaphore = multiprocessing.Semaphore(2)


def work():
    global x
    with semaphore:
        x += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
