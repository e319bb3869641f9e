# Excepthook args.
import threading, sys
def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None, len(args))
threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name="bad"); t.start(); t.join()
threading.excepthook = threading.__excepthook__
def f(): raise KeyError("k")
t = threading.Thread(target=f, name="bad2"); t.start(); t.join()
def g(): sys.exit("bye")
t = threading.Thread(target=g, name="bad3"); t.start(); t.join()
print("exit 0", t.is_alive())

# stdout:
#| hook ZeroDivisionError division by zero bad True 4
#| exit 0 False
# stderr:
#| Exception in thread bad2:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "excepthook_args.py", line 8, in f
#|     def f(): raise KeyError("k")
#|              ^^^^^^^^^^^^^^^^^^^
#| KeyError: 'k'
