import sys
import threading




def work():
    sys.setrecursionlimit(500)


t = threading.Thread(target=work)
t.start()
print(sys.getrecursionlimit())
t.join()
