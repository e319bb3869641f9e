import threading

barrier = threading.Barrier(2)
n = 0


def work():
    global n
    n = 1
    barrier.wait()


t = threading.Thread(target=work)
t.start()
barrier.wait()
print(n)
