# A subclass of threading.local runs __init__ once in every thread that touches it.
import threading

class Session(threading.local):
    kind = "shared by class"

    def __init__(self, start):
        print("init in", threading.current_thread().name)
        self.count = start

    def visit(self):
        self.count += 1
        return self.count

session = Session(10)
session.visit()

def worker():
    print(session.visit(), session.visit(), session.kind)

for name in ("A", "B"):
    t = threading.Thread(target=worker, name=name)
    t.start()
    t.join()
print(session.count)

# stdout:
#| init in MainThread
#| init in A
#| 11 12 shared by class
#| init in B
#| 11 12 shared by class
#| 11
