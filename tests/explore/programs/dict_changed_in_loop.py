import threading

d = {1: 1}


def work():
    d[2] = 2


t = threading.Thread(target=work)
t.start()
try:
    for k in d:
        print(k)
except RuntimeError as error:
    print(error)
t.join()
