# join with a timeout gives up and returns None; is_alive tells.
import threading
import time

def slow():
    time.sleep(0.3)

t = threading.Thread(target=slow)
t.start()
print(t.join(0.05), t.is_alive())  # expect: None True
print(t.join(timeout=0), t.is_alive())  # expect: None True
t.join(timeout=5)
print(t.is_alive())  # expect: False
print(t.join(-1))  # expect: None
