import threading

n = 0


def work():
    global n
    n += 1


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
threads[0].join()
print(n)
threads[1].join()
