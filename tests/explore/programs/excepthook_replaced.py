import threading




def work():
    1 / 0


t = threading.Thread(target=work)
t.start()
threading.excepthook = lambda args: print("caught")
t.join()
