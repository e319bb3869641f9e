# Interview fizzbuzz.
import threading
class FizzBuzz:
    def __init__(self, n):
        self.n, self.i, self.c = n, 1, threading.Condition()
    def loop(self, cond, say):
        while True:
            with self.c:
                while self.i <= self.n and not cond(self.i): self.c.wait()
                if self.i > self.n: return
                say(self.i); self.i += 1
                self.c.notify_all()
out = []
f = FizzBuzz(15)
ts = [threading.Thread(target=f.loop, args=a) for a in [
 (lambda i: i % 15 == 0, lambda i: out.append("FizzBuzz")), (lambda i: i % 3 == 0 and i % 5, lambda i: out.append("Fizz")),
 (lambda i: i % 5 == 0 and i % 3, lambda i: out.append("Buzz")), (lambda i: i % 3 and i % 5, out.append)]]
for t in ts: t.start()
for t in ts: t.join()
print(*out)

# stdout:
#| 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
