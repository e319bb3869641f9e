# A thread's life: initial, running, finished; starting twice; joining early.
import threading

def worker():
    started.set()
    go.wait()

started, go = threading.Event(), threading.Event()
t = threading.Thread(target=worker)
print(t.is_alive(), t.ident)  # expect: False None
try:
    t.join()
except RuntimeError as error:
    print(error)  # expect: cannot join thread before it is started
t.start()
started.wait()
print(t.is_alive(), t.ident is not None, t.native_id is not None)  # expect: True True True
try:
    t.start()
except RuntimeError as error:
    print(error)  # expect: threads can only be started once
go.set()
print(t.join(), t.is_alive())  # expect: None False
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)  # expect: cannot join current thread
