import threading

ticks = 0


def tick():
    global ticks
    while True:
        ticks = 1 - ticks


threading.Thread(target=tick, daemon=True).start()
event = threading.Event()
event.wait()
