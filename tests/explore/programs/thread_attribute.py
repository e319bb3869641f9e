import threading




def work():
    threading.current_thread().result = 1


t = threading.Thread(target=work)
t.start()
print(hasattr(t, "result"))
t.join()
