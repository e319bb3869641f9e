import threading




def work():
    pass


t = threading.Thread(target=work)
t.start()
other = threading.Thread(target=t.join)
other.start()
print(other.is_alive())
t.join()
