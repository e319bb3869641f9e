import threading

x = [1]


def work():
    x.append(2)


t = threading.Thread(target=work)
t.start()
print([i for i in x])
t.join()
