# A repeating timer made by subclassing Timer and waiting on its event.
import threading

class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)

ticks = []
enough = threading.Event()

def tick(label):
    ticks.append(label)
    if len(ticks) == 3:
        enough.set()

clock = Repeat(0.1, tick, ["tick"])
clock.start()
enough.wait()
clock.cancel()
clock.join()
print(ticks)  # expect: ['tick', 'tick', 'tick']
