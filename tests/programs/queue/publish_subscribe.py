# Publish subscribe.
import threading, queue, collections
class Broker:
    def __init__(self): self.subs, self.lock = collections.defaultdict(list), threading.Lock()
    def subscribe(self, topic):
        q = queue.Queue()
        with self.lock: self.subs[topic].append(q)
        return q
    def publish(self, topic, msg):
        with self.lock: qs = list(self.subs[topic])
        for q in qs: q.put(msg)
b = Broker(); qs = [b.subscribe("news") for _ in range(2)]
out = [[], []]
def sub(i):
    for m in iter(qs[i].get, None): out[i].append(m)
ts = [threading.Thread(target=sub, args=(i,)) for i in range(2)]
for t in ts: t.start()
for m in ("a", "b", None): b.publish("news", m)
b.publish("other", 1)
for t in ts: t.join()
print(out, dict(b.subs)["other"])

# stdout:
#| [['a', 'b'], ['a', 'b']] []
