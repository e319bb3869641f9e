import threading

b = threading.Barrier(2)


def work():
    b.wait()


t = threading.Thread(target=work)
t.start()
print(b.n_waiting)
b.wait()
t.join()
