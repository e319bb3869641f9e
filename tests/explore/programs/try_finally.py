import threading

n = 0


def work():
    global n
    try:
        n = 1
        1 / n
    finally:
        n = 2


t = threading.Thread(target=work)
t.start()
print(n)
t.join()
