# A handler runs in the main thread, in the middle of whatever it waits for: it goes on waiting, or the handler's exception ends the wait.
import os, signal, threading, time, queue
def boom(n, f): raise RuntimeError("from handler")
signal.signal(signal.SIGUSR1, boom)
def later(): 
    t = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)); t.daemon = True; t.start(); return t
lock = threading.Lock(); lock.acquire()
for what in (lambda: lock.acquire(), lambda: time.sleep(5), lambda: queue.Queue().get(), lambda: threading.Event().wait(),
             lambda: threading.Semaphore(0).acquire(), lambda: threading.Barrier(2).wait(), lambda: queue.SimpleQueue().get(), lambda: lock.acquire(timeout=4)):
    later()
    t0 = time.monotonic()
    try:
        what(); print("no")
    except RuntimeError as e:
        print(e, round(time.monotonic() - t0, 1))
cond = threading.Condition()
def quiet(n, f): print("quiet")
signal.signal(signal.SIGUSR1, quiet)
later()
t0 = time.monotonic()
with cond:
    print(cond.wait(0.5), round(time.monotonic() - t0, 1))
signal.signal(signal.SIGUSR1, boom)
later()
try:
    with cond:
        cond.wait()
except RuntimeError as e: print(e, cond._is_owned())
def notifier():
    with cond: cond.notify()
threading.Timer(0.1, notifier).start()
with cond: print(cond.wait(1))
t = threading.Thread(target=time.sleep, args=(0.4,)); t.start(); later()
try: t.join()
except RuntimeError as e: print(e, t.is_alive())
t.join(); print("joined", t.is_alive())

# stdout:
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| from handler 0.1
#| quiet
#| False 0.5
#| from handler False
#| True
#| from handler True
#| joined False
