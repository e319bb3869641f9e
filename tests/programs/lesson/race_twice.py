# Two threads add to one counter; with no call in between CPython loses no update here.
import threading

counter = 0

def add():
    global counter
    counter += 1

first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print("counter =", counter)  # expect: counter = 2
