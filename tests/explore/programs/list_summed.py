import threading

x = [1]


def work():
    x.append(1)


t = threading.Thread(target=work)
t.start()
print(sum(x))
t.join()
