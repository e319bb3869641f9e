import threading

semaphore = threading.Semaphore(2)
inside = 0


def work():
    global inside
    with semaphore:
        inside = inside + 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(inside)
