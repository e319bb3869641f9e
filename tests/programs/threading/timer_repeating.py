# Timer repeating.
import threading, time
class RepeatTimer(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
n = []
t = RepeatTimer(0.05, n.append, [1]); t.start()
time.sleep(0.18); t.cancel(); t.join()
print(len(n))

# stdout:
#| 3
