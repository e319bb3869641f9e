# Daemon inherited.
import threading, time
def forever():
    try:
        while True: time.sleep(0.05)
    finally: print("never printed")
t = threading.Thread(target=forever, daemon=True); t.start()
print(t.daemon, t.is_alive(), repr(t).split("(")[1].split(",")[0], "daemon" in repr(t))
def child(): print("inherits", threading.current_thread().daemon)
def mk():
    x = threading.Thread(target=child); x.start(); x.join()
u = threading.Thread(target=mk, daemon=True); u.start(); u.join()
try: t.daemon = False
except RuntimeError as e: print(e)
print("main ends")

# stdout:
#| True True Thread-1  True
#| inherits True
#| cannot set daemon status of active thread
#| main ends
