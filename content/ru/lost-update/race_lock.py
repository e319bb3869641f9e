import threading

counter = 0
lock = threading.Lock()

def pause():
    pass

def add():
    global counter
    with lock:
        t = counter
        pause()
        counter = t + 1

t1 = threading.Thread(target=add)
t2 = threading.Thread(target=add)
t1.start()
t2.start()
t1.join()
t2.join()
print(counter)
