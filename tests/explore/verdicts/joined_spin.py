import threading

go = False


def work():
    while not go:
        pass


thread = threading.Thread(target=work)
thread.start()
thread.join()
go = True
