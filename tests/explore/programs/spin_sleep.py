import threading
import time

flag = False


def work():
    global flag
    flag = True


t = threading.Thread(target=work)
t.start()
while not flag:
    time.sleep(0.1)
print("seen")
