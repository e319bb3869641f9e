import threading

len = sum


def work():
    global len
    del len


t = threading.Thread(target=work)
t.start()
print(len([3]))
t.join()
