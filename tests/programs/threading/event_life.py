# Event life.
import threading, time
e = threading.Event()
def w(n):
    print(n, "waits")
    e.wait()
    order.append(n)
order = []
ts = []
for n in "ab":
    t = threading.Thread(target=w, args=n); t.start(); ts.append(t); time.sleep(.02)
print(e.is_set(), e.wait(0.01))
e.set()
for t in ts: t.join()
print(sorted(order), e.wait(), e.is_set())
e.clear(); print(e.is_set(), repr(e)[:17], "unset" in repr(e))

# stdout:
#| a waits
#| b waits
#| False False
#| ['a', 'b'] True True
#| False <threading.Event  True
