import threading

data = threading.local()
data.x = 0


def work():
    data.x = 1
    print(data.x)


t = threading.Thread(target=work)
t.start()
data.x += 2
t.join()
print(data.x)
