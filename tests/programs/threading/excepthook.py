# threading.excepthook gets the exception of a thread; the default one prints a traceback.
import threading

def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)

def fail(number):
    return 10 // number

default = threading.excepthook
threading.excepthook = hook
t = threading.Thread(target=fail, args=(0,), name="divider")
t.start()
t.join()
print(default is threading.__excepthook__)
threading.excepthook = default
t = threading.Thread(target=fail, args=("x",), name="wrong type")
t.start()
t.join()
print("the main thread goes on")

# stdout:
#| ZeroDivisionError integer division or modulo by zero divider True
#| True
#| the main thread goes on
# stderr:
#| Exception in thread wrong type:
#| Traceback (most recent call last):
#|   File "<lib>/threading.py", in _bootstrap_inner
#|   File "<lib>/threading.py", in run
#|   File "excepthook.py", line 8, in fail
#|     return 10 // number
#|            ~~~^^~~~~~~~
#| TypeError: unsupported operand type(s) for //: 'int' and 'str'
