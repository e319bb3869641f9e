# Deadlock avoided by timeout.
import threading, time
a, b = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)
def one():
    with a:
        ready.wait()
        if b.acquire(timeout=0.1):
            print("one got b"); b.release()
        else:
            print("one gives up")
def two():
    with b:
        ready.wait()
        time.sleep(0.2)
        print("two tries a:", a.acquire(timeout=1))
        a.release()
ts = [threading.Thread(target=f) for f in (one, two)]
[t.start() for t in ts]; [t.join() for t in ts]

# stdout:
#| one gives up
#| two tries a: True
