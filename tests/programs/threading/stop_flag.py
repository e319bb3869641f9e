# Threads can't be killed: a shared flag or an Event asks them to stop.
import threading
import time

class Worker(threading.Thread):
    def __init__(self):
        super().__init__(name="worker")
        self._stop_request = threading.Event()
        self.rounds = 0

    def stop(self):
        self._stop_request.set()

    def run(self):
        while not self._stop_request.is_set():
            self.rounds += 1
            time.sleep(0.05)
        print("stopping cleanly")

running = True

def spin():
    count = 0
    while running:
        count += 1
        time.sleep(0.02)
    print("flag seen", count > 0)

w = Worker()
w.start()
time.sleep(0.2)
w.stop()
w.join()
print(w.rounds >= 2)
t = threading.Thread(target=spin)
t.start()
time.sleep(0.1)
running = False
t.join()

# stdout:
#| stopping cleanly
#| True
#| flag seen True
