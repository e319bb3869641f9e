import threading

class Items(list):
    pass


x = Items([1])


def work():
    x.append(2)


t = threading.Thread(target=work)
t.start()
print(len(x))
t.join()
