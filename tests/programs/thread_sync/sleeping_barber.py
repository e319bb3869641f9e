# The sleeping barber: three chairs, customers at known times; who finds no chair leaves.
import threading
import time

chairs, waiting = 2, []
state = threading.Lock()
customers, log = threading.Semaphore(0), []

def barber():
    while True:
        customers.acquire()
        with state:
            name = waiting.pop(0)
        if name is None:
            return
        log.append(f"cutting {name}")
        time.sleep(0.3)

def customer(name):
    with state:
        if len(waiting) >= chairs:
            log.append(f"{name} leaves")
            return
        waiting.append(name)
    customers.release()

b = threading.Thread(target=barber)
b.start()
for name in "ABCDE":
    customer(name)
    time.sleep(0.05)
time.sleep(1)
with state:
    waiting.append(None)
customers.release()
b.join()
print("\n".join(log))

# stdout:
#| cutting A
#| D leaves
#| E leaves
#| cutting B
#| cutting C
