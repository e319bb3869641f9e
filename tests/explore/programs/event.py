import threading

event = threading.Event()


def work():
    event.wait()
    print("go")


t = threading.Thread(target=work)
t.start()
print("set")
event.set()
