# Actors.
import threading, queue
class Actor:
    def __init__(self): self.box = queue.SimpleQueue(); self.t = threading.Thread(target=self._run, name=type(self).__name__); self.t.start()
    def send(self, m): self.box.put(m)
    def _run(self):
        while True:
            m = self.box.get()
            if m is None: break
            try: self.receive(m)
            except Exception as e: print(f"{self.t.name}: {e!r}")
class Account(Actor):
    balance = 0
    def receive(self, m):
        match m:
            case ("deposit", x): self.balance += x
            case ("get", q): q.put(self.balance)
            case _: raise ValueError(m)
a = Account(); r = queue.Queue(); a.send(("deposit", 5)); a.send(("what",)); a.send(("deposit", 7)); a.send(("get", r)); print(r.get()); a.send(None); a.t.join()

# stdout:
#| Account: ValueError(('what',))
#| 12
