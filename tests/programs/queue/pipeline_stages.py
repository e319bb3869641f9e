# Pipeline stages.
import threading, queue
STOP = object()
def pipeline():
    a, b = queue.Queue(), queue.Queue()
    def stage1():
        for x in iter(a.get, STOP): b.put(x * 2)
        b.put(STOP)
    out = []
    def stage2():
        for x in iter(b.get, STOP): out.append(x + 1)
    ts = [threading.Thread(target=s) for s in (stage1, stage2)]
    for t in ts: t.start()
    for i in range(4): a.put(i)
    a.put(STOP)
    for t in ts: t.join()
    return out
print(pipeline())

# stdout:
#| [1, 3, 5, 7]
