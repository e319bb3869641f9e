# Joining in another order than the threads end: join returns at once for those that are done.
import threading
import time

def work(seconds):
    time.sleep(seconds)

start = time.perf_counter()
threads = {name: threading.Thread(target=work, args=(s,), name=name) for name, s in (("slow", 0.3), ("fast", 0.1), ("middle", 0.2))}
for t in threads.values():
    t.start()
for name, t in threads.items():
    t.join()
    print("%-6s joined after %.1f s" % (name, time.perf_counter() - start))

# stdout:
#| slow   joined after 0.3 s
#| fast   joined after 0.3 s
#| middle joined after 0.3 s
