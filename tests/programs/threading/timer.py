# Timer: runs once after its interval; cancel before that prevents it; it is a Thread.
import threading
import time

def say(what, mark="."):
    print(what + mark)

t = threading.Timer(0.2, say, args=("two",), kwargs={"mark": "!"})
early = threading.Timer(interval=0.1, function=say, args=["one"])
cancelled = threading.Timer(0.15, say, ("never",))
for timer in (t, early, cancelled):
    timer.start()
print("started", isinstance(t, threading.Thread))
cancelled.cancel()
t.join()
print("done", t.is_alive(), early.is_alive(), cancelled.finished.is_set())
cancelled.join()
again = threading.Timer(0.05, say, ["named"])
again.name = "clock"
again.daemon = True
print(again.name, again.interval, again.args, again.kwargs)
again.start()
again.join()

# stdout:
#| started True
#| one.
#| two!
#| done False False True
#| clock 0.05 ['named'] {}
#| named.
