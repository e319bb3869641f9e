# Lock errors.
import threading
r = threading.RLock()
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
with r:
    with r:
        print(repr(r).split(" at ")[0].replace(str(threading.get_ident()), "ME"))
        w = threading.Thread(target=lambda: print(r.acquire(blocking=False), r.acquire(timeout=0.01))); w.start(); w.join()
t(r.release); t(lambda: r.acquire(False, 5)); t(lambda: r.acquire(timeout=-5))
l = threading.Lock(); l.acquire(); print(l.locked(), l.acquire(False), repr(l).split(" at ")[0]); l.release()
t(l.release); t(lambda: l.acquire(1, 2, 3)); t(lambda: l.__enter__()); t(lambda: l.__exit__(None, None, None))
c = threading.Condition(l); t(c.wait); t(c.notify); t(c.notify_all)
with c: t(lambda: c.wait(0.01)); t(lambda: c.wait_for(lambda: False, timeout=0.01)); t(lambda: c.wait_for(lambda: 7))

# stdout:
#| <locked _thread.RLock object owner=ME count=2
#| False False
#| RuntimeError cannot release un-acquired lock
#| ValueError can't specify a timeout for a non-blocking call
#| ValueError timeout value must be a non-negative number
#| True False <locked _thread.lock object
#| RuntimeError release unlocked lock
#| TypeError acquire() takes at most 2 arguments (3 given)
#| True
#| None
#| RuntimeError cannot wait on un-acquired lock
#| RuntimeError cannot notify on un-acquired lock
#| RuntimeError cannot notify on un-acquired lock
#| False
#| False
#| 7
