# Sleeping barber.
import threading, queue, time
class Shop:
    def __init__(self, chairs):
        self.chairs = queue.Queue(chairs); self.served, self.left = [], []
    def customer(self, n):
        try: self.chairs.put_nowait(n)
        except queue.Full: self.left.append(n)
    def barber(self):
        while (n := self.chairs.get()) is not None:
            time.sleep(0.03); self.served.append(n)
s = Shop(2)
for i in range(4): s.customer(i)
b = threading.Thread(target=s.barber); b.start(); time.sleep(0.2); s.chairs.put(None); b.join()
print(s.served, s.left)

# stdout:
#| [0, 1] [2, 3]
