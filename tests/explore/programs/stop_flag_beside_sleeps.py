# A thread sleeps in a loop until another tells it to stop.
import threading
import time

running = True


def work():
    while running:
        time.sleep(0.1)


thread = threading.Thread(target=work)
thread.start()
time.sleep(1)
running = False
thread.join()
print("stopped")
