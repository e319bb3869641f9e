import threading


def wait():
    try:
        t.join()
        print("joined")
    except RuntimeError as error:
        print(error)


def work():
    pass


t = threading.Thread(target=work)
other = threading.Thread(target=wait)
other.start()
t.start()
other.join()
