import threading

a = 0
b = 0


def work():
    global a
    a += 1
    print(b)


t = threading.Thread(target=work)
t.start()
b += 1
print(a)
t.join()
