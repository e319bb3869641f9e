import threading




def work():
    threading.stack_size(65536)


t = threading.Thread(target=work)
t.start()
print(threading.stack_size())
t.join()
