import threading

sign = 1


def key(x):
    return sign * x


def work():
    global sign
    sign = -1


t = threading.Thread(target=work)
t.start()
print(sorted([1, 2], key=key))
t.join()
