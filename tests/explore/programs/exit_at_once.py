import os
import threading


def work():
    print("a")
    os._exit(3)


t = threading.Thread(target=work)
t.start()
print("b")
t.join()
