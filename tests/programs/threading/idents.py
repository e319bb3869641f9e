# get_ident, get_native_id, Thread.ident: equal where they should be, different between threads.
import threading
import _thread
import os

seen = {}
gate = threading.Barrier(3)

def note(key):
    seen[key] = threading.get_ident()
    gate.wait()

threads = [threading.Thread(target=note, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
gate.wait()
for t in threads:
    t.join()
print(seen["a"] != seen["b"], seen["a"] == threads[0].ident)  # expect: True True
print(threading.get_ident() == _thread.get_ident() == threading.main_thread().ident)  # expect: True
print(threading.get_native_id() == threading.main_thread().native_id == os.getpid())  # expect: True
print(isinstance(threading.get_ident(), int))  # expect: True
