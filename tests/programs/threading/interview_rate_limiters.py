# Interview rate limiters.
import time, threading, collections
class RateLimiter:
    def __init__(self, calls, per):
        self.calls, self.per = calls, per
        self.times = collections.deque()
        self.lock = threading.Lock()
    def acquire(self):
        with self.lock:
            now = time.monotonic()
            while self.times and now - self.times[0] >= self.per: self.times.popleft()
            if len(self.times) >= self.calls:
                time.sleep(self.per - (now - self.times[0]))
                now = time.monotonic()
                while self.times and now - self.times[0] >= self.per: self.times.popleft()
            self.times.append(now)
r = RateLimiter(2, 0.1)
start = time.perf_counter()
for i in range(5): r.acquire()
d = time.perf_counter() - start
print(round(d, 1), 0.19 < d < 0.3)
class TokenBucket:
    def __init__(self, rate, cap): self.rate, self.cap, self.tokens, self.t = rate, cap, cap, time.monotonic()
    def take(self):
        now = time.monotonic(); self.tokens = min(self.cap, self.tokens + (now - self.t) * self.rate); self.t = now
        if self.tokens >= 1: self.tokens -= 1; return True
        return False
b = TokenBucket(10, 3); print([b.take() for _ in range(5)]); time.sleep(0.25); print([b.take() for _ in range(4)])

# stdout:
#| 0.2 True
#| [True, True, True, False, False]
#| [True, True, False, False]
