# What cannot be pickled, in the words of pickle itself.
import pickle
import queue
import threading


def outer():
    class Local:
        pass

    def inner():
        pass
    return Local, inner


class Slots:
    __slots__ = ("a",)


class Refuses:
    def __getstate__(self):
        raise RuntimeError("not me")


class Strange:
    def __reduce__(self):
        return 5


def attempt(thing):
    try:
        print(len(pickle.dumps(thing)) > 0)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


Local, inner = outer()
for thing in (lambda: 1, Local, Local(), inner, threading.Lock(), threading.RLock(), (n for n in []), pickle, [lambda: 1],
              {"k": inner}, Refuses(), Strange(), queue.Queue(), threading.Thread(), print, len, int, object(), Slots,
              NotImplemented, Ellipsis, type(None), outer, "".join, [].append, ValueError("x", 1), range(3), slice(1, 2)):
    attempt(thing)

# stdout:
#| PicklingError Can't pickle <function <lambda>
#| AttributeError Can't get local object 'outer.<locals>.Local'
#| AttributeError Can't get local object 'outer.<locals>.Local'
#| AttributeError Can't get local object 'outer.<locals>.inner'
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle '_thread.RLock' object
#| TypeError cannot pickle 'generator' object
#| TypeError cannot pickle 'module' object
#| PicklingError Can't pickle <function <lambda>
#| AttributeError Can't get local object 'outer.<locals>.inner'
#| RuntimeError not me
#| PicklingError __reduce__ must return a string or tuple
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle '_thread._ThreadHandle' object
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| True
