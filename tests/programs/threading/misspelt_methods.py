# Errors name the classes of C with their module
import collections
import queue
import threading

for thing, name in ((threading.Lock(), "aquire"), (threading.RLock(), "locked"), (queue.SimpleQueue(), "full"),
                    (collections.deque(), "push"), (threading.Event(), "sett")):
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(error)
for attempt in (lambda: len(threading.Lock()), lambda: collections.deque()(), lambda: type("L", (type(threading.Lock()),), {})):
    try:
        attempt()
    except TypeError as error:
        print(error)

# stdout:
#| '_thread.lock' object has no attribute 'aquire'
#| '_thread.RLock' object has no attribute 'locked'
#| '_queue.SimpleQueue' object has no attribute 'full'
#| 'collections.deque' object has no attribute 'push'
#| 'Event' object has no attribute 'sett'
#| object of type '_thread.lock' has no len()
#| 'collections.deque' object is not callable
#| type '_thread.lock' is not an acceptable base type
