# A daemon that is joined finishes like any other thread.
import threading
import time

def daemon():
    time.sleep(0.1)
    print("daemon done")

t = threading.Thread(target=daemon, daemon=True)
t.start()
t.join()
print("main done", t.is_alive())

# stdout:
#| daemon done
#| main done False
