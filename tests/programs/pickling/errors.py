# What can't be pickled, and how CPython says so.
import pickle
import sys
import threading

class Holder:
    def __init__(self, thing):
        self.thing = thing

def make():
    class Local:
        pass
    def inner():
        pass
    return Local(), inner

local, inner = make()
things = [lambda: 1, inner, local, threading.Lock(), threading.RLock(), threading.Thread(), threading.Event(), (n for n in "a"), sys, Holder(lambda: 2), [threading.Lock()], sys.stdout, threading.local()]
for thing in things:
    try:
        pickle.dumps(thing)
        print("fine", type(thing).__name__)
    except Exception as error:
        text = str(error)
        print(type(error).__name__, text.split(" at 0x")[0] if " at 0x" in text else text)
for data in (b"", b"junk", b"\x80\x04", pickle.dumps([1, 2])[:-1]):
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error).__name__, error)

# stdout:
#| PicklingError Can't pickle <function <lambda>
#| AttributeError Can't get local object 'make.<locals>.inner'
#| AttributeError Can't get local object 'make.<locals>.Local'
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle '_thread.RLock' object
#| TypeError cannot pickle '_thread._ThreadHandle' object
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle 'generator' object
#| TypeError cannot pickle 'module' object
#| PicklingError Can't pickle <function <lambda>
#| TypeError cannot pickle '_thread.lock' object
#| TypeError cannot pickle 'TextIOWrapper' instances
#| TypeError cannot pickle '_thread._local' object
#| EOFError Ran out of input
#| UnpicklingError pickle data was truncated
#| EOFError Ran out of input
#| UnpicklingError pickle data was truncated
