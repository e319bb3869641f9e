import threading

def work():
    pass


t = threading.Thread(target=work)
t.start()
print(threading.active_count())
t.join()
