# repr of a thread shows its class, name and state (no ident here: it differs from run to run).
import re
import threading

def hide(text):
    return re.sub(r"\d{5,}", "IDENT", text)

gate = threading.Event()
t = threading.Thread(target=gate.wait, name="waiter")
d = threading.Thread(target=gate.wait, name="helper", daemon=True)
print(hide(repr(t)))  # expect: <Thread(waiter, initial)>
t.start()
d.start()
print(hide(repr(t)))  # expect: <Thread(waiter, started IDENT)>
print(hide(repr(d)))  # expect: <Thread(helper, started daemon IDENT)>
gate.set()
t.join()
print(hide(repr(t)))  # expect: <Thread(waiter, stopped IDENT)>
print(hide(repr(threading.main_thread())))  # expect: <_MainThread(MainThread, started IDENT)>
