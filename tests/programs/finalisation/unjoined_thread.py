# A thread that isn't joined is still waited for: its work is not lost, the main thread's last line just comes first.
import threading
import time

def worker():
    time.sleep(0.1)
    print("worker done")

threading.Thread(target=worker).start()
print("main done")

# stdout:
#| main done
#| worker done
