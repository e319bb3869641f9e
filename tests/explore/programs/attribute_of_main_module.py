import sys
import threading

n = 1


def work():
    sys.modules["__main__"].n = 2


t = threading.Thread(target=work)
t.start()
print(n)
t.join()
