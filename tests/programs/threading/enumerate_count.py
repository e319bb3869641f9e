# enumerate and active_count show the living threads; the main thread comes first.
import threading

gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"T{i}") for i in range(3)]
print(threading.active_count(), [t.name for t in threading.enumerate()])  # expect: 1 ['MainThread']
for t in threads:
    t.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()))  # expect: 4 ['MainThread', 'T0', 'T1', 'T2']
gate.set()
for t in threads:
    t.join()
print(threading.active_count())  # expect: 1
print(threading.enumerate()[0] is threading.main_thread() is threading.current_thread())  # expect: True
