# daemon: given, inherited from the creating thread, and fixed once the thread has started.
import threading

def child_of(result):
    result.append(threading.Thread().daemon)

plain = threading.Thread()
print(plain.daemon)
result = []
d = threading.Thread(target=child_of, args=(result,), daemon=True)
d.start()
d.join()
print(d.daemon, result)
plain.daemon = True
print(plain.daemon)
plain.start()
plain.join()
try:
    d.daemon = False
except RuntimeError as error:
    print("finished thread:", error)
gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
try:
    t.daemon = True
except RuntimeError as error:
    print("running thread:", error)
gate.set()
t.join()
print(threading.main_thread().daemon)

# stdout:
#| False
#| True [True]
#| True
#| finished thread: cannot set daemon status of active thread
#| running thread: cannot set daemon status of active thread
#| False
