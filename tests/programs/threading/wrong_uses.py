# Wrong uses.
import threading
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
x = threading.Thread(target=print, args=("run",), name="x")
t(x.join); x.start(); x.join(); t(x.start); t(x.join)
t(lambda: threading.Thread(target=print, args=5).start())
import time; time.sleep(0.05)
class Bad(threading.Thread):
    def __init__(self): pass
t(Bad().start); t(lambda: Bad().join()); t(lambda: Bad().name); t(lambda: repr(Bad()))
t(lambda: Bad().daemon)
y = threading.Thread(name=5); print(repr(y.name), y.ident, y.native_id, y.is_alive(), y)
y.name = "new"; print(y)
y.daemon = True; print(y)
t(lambda: setattr(y, "ident", 5))
t(lambda: threading.Thread(group=1)); t(lambda: threading.Thread(target=print, name="a", foo=1))

# stdout:
#| RuntimeError cannot join thread before it is started
#| run
#| RuntimeError threads can only be started once
#| None
#| None
#| RuntimeError thread.__init__() not called
#| RuntimeError Thread.__init__() not called
#| AssertionError Thread.__init__() not called
#| AssertionError Thread.__init__() was not called
#| AssertionError Thread.__init__() not called
#| '5' None None False <Thread(5, initial)>
#| <Thread(new, initial)>
#| <Thread(new, initial daemon)>
#| AttributeError property 'ident' of 'Thread' object has no setter
#| AssertionError group argument must be None for now
#| TypeError Thread.__init__() got an unexpected keyword argument 'foo'
# stderr:
#| Exception in thread Thread-1 (print):
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#| TypeError: print() argument after * must be an iterable, not int
