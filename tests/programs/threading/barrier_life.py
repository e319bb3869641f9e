# Barrier life.
import threading
names = []
def act(): names.append("action")
b = threading.Barrier(3, action=act, timeout=2)
idx = []
def w():
    i = b.wait()
    idx.append(i)
    if i == 0: print("leader", b.parties, b.n_waiting in (0,1,2), b.broken)
ts = [threading.Thread(target=w) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(idx), names)
b2 = threading.Barrier(2)
def broken():
    try: b2.wait(timeout=0.05)
    except threading.BrokenBarrierError as e: print("broken", repr(e))
t = threading.Thread(target=broken); t.start(); t.join()
print(b2.broken, b2)  if False else print(b2.broken)
b2.reset(); print(b2.broken, b2.n_waiting)
b2.abort()
try: b2.wait()
except threading.BrokenBarrierError: print("aborted")
def bad(): raise RuntimeError("in action")
b3 = threading.Barrier(1, bad)
try: b3.wait()
except RuntimeError as e: print(e, b3.broken)

# stdout:
#| leader 3 True False
#| [0, 1, 2] ['action']
#| broken BrokenBarrierError()
#| True
#| False 0
#| aborted
#| in action True
