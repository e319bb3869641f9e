# A watchdog: the worker must report in time, or the alarm goes off.
import threading
import time

class Watchdog:
    def __init__(self, seconds):
        self.seconds, self.timer, self.barked = seconds, None, 0

    def feed(self):
        self.stop()
        self.timer = threading.Timer(self.seconds, self.bark)
        self.timer.start()

    def bark(self):
        self.barked += 1
        print("watchdog: nobody reported")

    def stop(self):
        if self.timer:
            self.timer.cancel()

dog = Watchdog(0.3)
for pause in (0.1, 0.1, 0.6, 0.1):
    dog.feed()
    time.sleep(pause)
    print("worked for", pause)
dog.stop()
print("barked", dog.barked)

# stdout:
#| worked for 0.1
#| worked for 0.1
#| watchdog: nobody reported
#| worked for 0.6
#| worked for 0.1
#| barked 1
