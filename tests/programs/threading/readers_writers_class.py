# Readers writers class.
import threading
class RW:
    def __init__(self):
        self.c = threading.Condition()
        self.r = 0
        self.w = False
    def read(self, f):
        with self.c:
            while self.w: self.c.wait()
            self.r += 1
        try: return f()
        finally:
            with self.c:
                self.r -= 1
                if not self.r: self.c.notify_all()
    def write(self, f):
        with self.c:
            self.c.wait_for(lambda: not self.w and self.r == 0)
            self.w = True
        try: f()
        finally:
            with self.c:
                self.w = False
                self.c.notify_all()
rw = RW(); data = {"v": 0}; seen = []
def writer():
    for _ in range(5): rw.write(lambda: data.__setitem__("v", data["v"] + 1))
def reader():
    for _ in range(5): seen.append(rw.read(lambda: data["v"]))
ts = [threading.Thread(target=f) for f in (writer, reader, writer, reader)]
for t in ts: t.start()
for t in ts: t.join()
print(data, len(seen), all(0 <= s <= 10 for s in seen))

# stdout:
#| {'v': 10} 10 True
