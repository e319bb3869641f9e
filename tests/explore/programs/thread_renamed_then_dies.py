import threading




def work():
    1 / 0


t = threading.Thread(target=work)
t.start()
t.name = "new"
t.join()
