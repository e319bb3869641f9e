import threading

readers = 0
room = threading.Lock()


def read():
    global readers
    readers += 1
    if readers == 1:
        room.acquire()
    readers -= 1
    if readers == 0:
        room.release()


threads = [threading.Thread(target=read) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(readers, room.locked())
