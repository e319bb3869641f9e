import threading
import time

n = 0


def work():
    global n
    time.sleep(0.1)
    n += 1


t = threading.Thread(target=work)
t.start()
n += 1
t.join()
print(n)
