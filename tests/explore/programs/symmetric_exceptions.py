import threading

n = 0


def work():
    global n
    n += 1
    if n == 2:
        raise ValueError


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
