# A consumer that gives up after a while: get with a timeout in a loop.
import queue
import threading
import time

q = queue.Queue()

def consumer():
    misses = 0
    while misses < 2:
        try:
            item = q.get(timeout=0.2)
        except queue.Empty:
            misses += 1
            print("nothing for 0.2 s")
        else:
            print("got", item)
    print("giving up")

t = threading.Thread(target=consumer)
t.start()
for item, pause in (("a", 0.1), ("b", 0.3), ("c", 0)):
    q.put(item)
    time.sleep(pause)
t.join()

# stdout:
#| got a
#| got b
#| nothing for 0.2 s
#| got c
#| nothing for 0.2 s
#| giving up
