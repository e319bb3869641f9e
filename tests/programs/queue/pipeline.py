# A pipeline of three stages joined by queues.
import queue
import threading

STOP = object()

def stage(function, source, target):
    while (item := source.get()) is not STOP:
        target.put(function(item))
    target.put(STOP)

first, second, third, out = (queue.Queue() for _ in range(4))
threads = [
    threading.Thread(target=stage, args=(str.strip, first, second)),
    threading.Thread(target=stage, args=(str.title, second, third)),
    threading.Thread(target=stage, args=(lambda name: f"<{name}>", third, out)),
]
for t in threads:
    t.start()
for name in [" ann ", "bob smith", "  eve"]:
    first.put(name)
first.put(STOP)
for name in iter(out.get, STOP):
    print(name)
for t in threads:
    t.join()

# stdout:
#| <Ann>
#| <Bob Smith>
#| <Eve>
