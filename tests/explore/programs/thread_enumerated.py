import threading




def work():
    pass


t = threading.Thread(target=work)
t.start()
print(len(threading.enumerate()))
t.join()
