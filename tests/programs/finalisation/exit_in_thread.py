# sys.exit in a thread ends that thread silently.
import sys
import threading

def worker():
    print("leaving")
    sys.exit(3)
    print("never")

t = threading.Thread(target=worker)
t.start()
t.join()
print("main goes on, exit code 0")

# stdout:
#| leaving
#| main goes on, exit code 0
