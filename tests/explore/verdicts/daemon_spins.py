import threading


def spin():
    while True:
        pass


threading.Thread(target=spin, daemon=True).start()
event = threading.Event()
event.wait()
