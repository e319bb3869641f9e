import threading

x = [1]


def work():
    x.extend([2])


t = threading.Thread(target=work)
t.start()
print(len(x))
t.join()
