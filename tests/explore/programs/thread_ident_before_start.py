import threading


def look():
    print(t.ident is None)


def work():
    pass


t = threading.Thread(target=work)
other = threading.Thread(target=look)
other.start()
t.start()
other.join()
