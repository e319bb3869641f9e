import threading




def work():
    threading.current_thread().name = "new"


t = threading.Thread(target=work)
t.start()
print(t.name)
t.join()
