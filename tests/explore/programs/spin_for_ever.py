import threading

flag = False


def work():
    while not flag:
        pass


t = threading.Thread(target=work)
t.start()
print("started")
t.join()
