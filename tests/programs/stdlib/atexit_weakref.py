# atexit runs its functions in reverse order; weakref lets objects die.
import atexit
import weakref

class Thing:
    pass

@atexit.register
def first():
    print("registered first, runs last")

atexit.register(print, "registered second,", "runs first", sep=" ")
thing = Thing()
ref = weakref.ref(thing)
print(ref() is thing)
weakref.finalize(thing, print, "finalized")
table = weakref.WeakValueDictionary(k=thing)
print(len(table))
del thing
print(ref(), len(table))
print("last line of the program")

# stdout:
#| True
#| 1
#| finalized
#| None 0
#| last line of the program
#| registered second, runs first
#| registered first, runs last
