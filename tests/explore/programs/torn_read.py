# Two variables that are written one after the other are seen apart.
import threading

a = b = 0
torn = False


def writer():
    global a, b
    for i in (1, 2):
        a = i
        b = i


def reader():
    global torn
    x = a
    y = b
    if x == 2 and y == 1:
        torn = True


threads = [threading.Thread(target=writer), threading.Thread(target=reader)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(torn)
