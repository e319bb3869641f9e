# Old spellings still work on 3.13 with a DeprecationWarning that is not shown from other modules' code.
import threading
import warnings

warnings.simplefilter("ignore")
t = threading.Thread(target=lambda: print("inside:", threading.currentThread().getName()))
t.setName("old-style")
t.setDaemon(False)
print(t.getName(), t.isDaemon())
t.start()
t.join()
print(threading.activeCount())
gate = threading.Event()
print(gate.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
print(hasattr(t, "isAlive"))
try:
    t.isAlive()
except AttributeError as error:
    print(error)

# stdout:
#| old-style False
#| inside: old-style
#| 1
#| False
#| False
#| 'Thread' object has no attribute 'isAlive'
