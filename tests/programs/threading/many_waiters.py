# Many waiters.
import threading
ev = threading.Event()
ts = [threading.Thread(target=ev.wait) for _ in range(200)]
for t in ts: t.start()
print(threading.active_count()); ev.set()
for t in ts: t.join()
print(threading.active_count(), ts[-1].name)

# stdout:
#| 201
#| 1 Thread-200 (wait)
