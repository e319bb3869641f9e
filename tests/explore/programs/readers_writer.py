import threading

readers = 0
mutex, room = threading.Lock(), threading.Lock()
value = 0


def read():
    global readers
    with mutex:
        readers += 1
        if readers == 1:
            room.acquire()
    print(value)
    with mutex:
        readers -= 1
        if readers == 0:
            room.release()


def write():
    global value
    with room:
        value += 1


threads = [threading.Thread(target=f) for f in (read, write, read)]
for t in threads:
    t.start()
for t in threads:
    t.join()
