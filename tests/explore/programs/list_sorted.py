import threading

x = [1]


def work():
    x.append(0)


t = threading.Thread(target=work)
t.start()
print(sorted(x))
t.join()
