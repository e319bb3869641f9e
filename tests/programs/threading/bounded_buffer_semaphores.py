# Bounded buffer semaphores.
from threading import Semaphore, Lock, Thread
empty, full, mutex = Semaphore(2), Semaphore(0), Lock()
buf = []
res = []
def p():
    for x in "abcdef":
        empty.acquire()
        with mutex: buf.append(x)
        full.release()
def c():
    for _ in range(6):
        full.acquire()
        with mutex: res.append(buf.pop(0))
        empty.release()
a, b = Thread(target=p), Thread(target=c)
a.start(); b.start(); a.join(); b.join()
print("".join(res), empty._value, full._value)

# stdout:
#| abcdef 2 0
