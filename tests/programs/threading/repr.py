# repr of a thread shows its class, name and state; the ident (it differs from run to run) is taken out.
import threading

def hide(text):
    return "".join(c for c in text if not c.isdigit())

gate = threading.Event()
t = threading.Thread(target=gate.wait, name="waiter")
d = threading.Thread(target=gate.wait, name="helper", daemon=True)
print(hide(repr(t)))  # expect: <Thread(waiter, initial)>
t.start()
d.start()
print(hide(repr(t)))  # expect: <Thread(waiter, started )>
print(hide(repr(d)))  # expect: <Thread(helper, started daemon )>
gate.set()
t.join()
print(hide(repr(t)))  # expect: <Thread(waiter, stopped )>
print(hide(repr(threading.main_thread())))  # expect: <_MainThread(MainThread, started )>
