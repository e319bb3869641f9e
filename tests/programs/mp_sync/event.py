# multiprocessing.Event: a child waits, the parent sets.
import multiprocessing
import time

def waiter(event, name):
    print(name, "waits", flush=True)
    print(name, "sees", event.wait(), flush=True)

def impatient(event):
    time.sleep(0.1)
    print("impatient sees", event.wait(timeout=0.05), flush=True)

if __name__ == "__main__":
    event = multiprocessing.Event()
    first = multiprocessing.Process(target=waiter, args=(event, "patient"))
    second = multiprocessing.Process(target=impatient, args=(event,))
    first.start()
    second.start()
    second.join()
    print("parent sets", event.is_set(), flush=True)
    event.set()
    first.join()
    event.clear()
    print(event.is_set())

# stdout:
#| patient waits
#| impatient sees False
#| parent sets False
#| patient sees True
#| False
