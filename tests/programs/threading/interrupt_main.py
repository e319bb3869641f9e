# _thread.interrupt_main raises KeyboardInterrupt in the main thread, here out of a sleep.
import _thread
import threading
import time

def worker():
    time.sleep(0.1)
    _thread.interrupt_main()

t = threading.Thread(target=worker)
t.start()
try:
    for _ in range(40):
        time.sleep(0.05)
    print("not interrupted")
except KeyboardInterrupt:
    print("main was interrupted")
t.join()

# stdout:
#| main was interrupted
