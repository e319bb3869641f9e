import threading

source = iter([1, 2])
total = 0


def work():
    global total
    total += next(source)


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(total)
