import sys
import threading

n = 0


def work():
    global n
    n = 3


t = threading.Thread(target=work)
t.start()
sys.exit(n)
