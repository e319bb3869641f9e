# Interview h2o.
import threading
class H2O:
    def __init__(self):
        self.h, self.o, self.b = threading.Semaphore(2), threading.Semaphore(1), threading.Barrier(3)
    def hydrogen(self, r):
        with self.h:
            self.b.wait(); r("H"); self.b.wait()
    def oxygen(self, r):
        with self.o:
            self.b.wait(); r("O"); self.b.wait()
out = []; w = H2O()
ts = [threading.Thread(target=w.hydrogen if c == "H" else w.oxygen, args=(out.append,)) for c in "OOHHHHHHO"]
for t in ts: t.start()
for t in ts: t.join()
print(["".join(sorted(out[i:i+3])) for i in range(0, 9, 3)])

# stdout:
#| ['HHO', 'HHO', 'HHO']
