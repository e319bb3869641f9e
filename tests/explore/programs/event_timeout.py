import threading

event = threading.Event()
t = threading.Thread(target=event.set)
t.start()
print(event.wait(0.1), event.is_set())
t.join()
