import threading

n = 1


def work():
    global n
    del n


t = threading.Thread(target=work)
t.start()
try:
    print(n)
except NameError:
    print("gone")
t.join()
