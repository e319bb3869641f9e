# What stands for a thread of _thread is gone when the thread ends; join() compares as max() does.
import _thread
import threading
import time


def work():
    threading.current_thread()
    print(threading.active_count())


_thread.start_new_thread(work, ())
time.sleep(0.1)
print(threading.active_count())
t = threading.Thread(target=int)
t.start()
try:
    t.join("soon")
except TypeError as error:
    print(error)
print(t.join(-1))
print(type([].append), isinstance("".join, type(len)))

# stdout:
#| 2
#| 1
#| '>' not supported between instances of 'int' and 'str'
#| None
#| <class 'builtin_function_or_method'> True
