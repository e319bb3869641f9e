# Interview scheduler.
import heapq, threading, time, itertools
class Scheduler(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.heap, self.cv, self.n, self.stop = [], threading.Condition(), itertools.count(), False
    def at(self, delay, fn, *a):
        with self.cv:
            heapq.heappush(self.heap, (time.monotonic() + delay, next(self.n), fn, a)); self.cv.notify()
    def run(self):
        while True:
            with self.cv:
                while not self.heap and not self.stop: self.cv.wait()
                if not self.heap: return
                when, _, fn, a = self.heap[0]
                left = when - time.monotonic()
                if left > 0:
                    self.cv.wait(left); continue
                heapq.heappop(self.heap)
            fn(*a)
    def close(self):
        with self.cv: self.stop = True; self.cv.notify()
        self.join()
s = Scheduler(); s.start()
s.at(0.15, print, "third"); s.at(0.05, print, "first"); s.at(0.1, print, "second")
s.close(); print("end", s.is_alive(), s.daemon)

# stdout:
#| first
#| second
#| third
#| end False True
