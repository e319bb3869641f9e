import threading

x = [1]


def work():
    x.append(2)


t = threading.Thread(target=work)
t.start()
print(2 in x)
t.join()
