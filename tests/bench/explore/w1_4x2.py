import threading

x = 0


def work():
    global x
    for _ in range(2):
        t = x
        x = t + 1


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
