import threading

c = iter(range(3))


def work():
    for i in c:
        pass


t = threading.Thread(target=work)
t.start()
print(list(c))
t.join()
