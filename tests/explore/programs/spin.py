import threading

flag = False


def work():
    global flag
    flag = True


t = threading.Thread(target=work)
t.start()
while not flag:
    pass
print("seen")
t.join()
