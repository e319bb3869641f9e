import threading

n = 1


def work():
    global new
    new = 1


t = threading.Thread(target=work)
t.start()
print("new" in dir())
t.join()
