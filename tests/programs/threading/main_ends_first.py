# Main ends first.
import threading, time, atexit
atexit.register(print, "atexit")
def w(): time.sleep(0.05); print("worker done", threading.main_thread().is_alive())
threading.Thread(target=w).start()
print("main done")

# stdout:
#| main done
#| worker done False
#| atexit
