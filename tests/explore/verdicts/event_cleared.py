import threading
e = threading.Event()
def w():
    e.wait()
    print('go')
t = threading.Thread(target=w); t.start()
e.set()
e.clear()
t.join()
