import threading


class Box:
    pass


box = Box()


def work():
    box.content = 1


thread = threading.Thread(target=work)
thread.start()
print("content" in dir(box))
thread.join()
