import threading




def work():
    pass


t = threading.Thread(target=work)
t.start()
print(t.is_alive())
print(threading.active_count())
t.join()
