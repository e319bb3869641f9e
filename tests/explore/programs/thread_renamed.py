import threading




def work():
    print(threading.current_thread().name)


t = threading.Thread(target=work)
t.start()
t.name = "new"
t.join()
