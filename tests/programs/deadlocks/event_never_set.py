# Deadlock: event never set.
# only: lockstep
# exit: 3
import threading
class A:
    def __init__(self): self.ready = threading.Event()
    def go(self): self.ready.wait()
threading.Thread(target=A().go).start()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread has run its code and waits for Thread-1 (go) to end
#|   Thread-1 (go) waits in self.ready.wait() for somebody to set the event, at event_never_set.py:7
