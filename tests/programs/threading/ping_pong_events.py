# Ping pong events.
import threading
a, b = threading.Event(), threading.Event()
def player(name, mine, other, n=3):
    for i in range(n):
        mine.wait(); mine.clear(); print(name, i); other.set()
ts = [threading.Thread(target=player, args=x) for x in (("ping", a, b), ("pong", b, a))]
for t in ts: t.start()
a.set()
for t in ts: t.join()

# stdout:
#| ping 0
#| pong 0
#| ping 1
#| pong 1
#| ping 2
#| pong 2
