import threading

class Thing:
    pass


thing = None


def work():
    global thing
    thing = Thing()
    thing.ready = True


t = threading.Thread(target=work)
t.start()
if thing is not None:
    print(hasattr(thing, "ready"))
t.join()
