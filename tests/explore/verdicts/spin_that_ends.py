import threading

ready = False


def wait():
    while not ready:
        pass
    print("ready")


t = threading.Thread(target=wait)
t.start()
ready = True
t.join()
