import threading

event = threading.Event()


def work():
    print(event.wait(1), event.is_set())


t = threading.Thread(target=work)
t.start()
event.set()
event.clear()
t.join()
