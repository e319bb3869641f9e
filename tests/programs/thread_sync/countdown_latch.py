# A latch: the main thread goes on when the count has reached zero.
import threading

class CountDownLatch:
    def __init__(self, count):
        self.count = count
        self.zero = threading.Condition()

    def count_down(self):
        with self.zero:
            self.count -= 1
            if self.count == 0:
                self.zero.notify_all()

    def wait(self, timeout=None):
        with self.zero:
            return self.zero.wait_for(lambda: self.count == 0, timeout)

latch = CountDownLatch(3)
print(latch.wait(timeout=0.05))  # expect: False
threads = [threading.Thread(target=latch.count_down) for _ in range(3)]
for t in threads:
    t.start()
print(latch.wait(), latch.count)  # expect: True 0
for t in threads:
    t.join()
