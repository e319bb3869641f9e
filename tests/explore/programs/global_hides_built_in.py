import threading




def work():
    global len
    len = sum


t = threading.Thread(target=work)
t.start()
print(len([3]))
t.join()
