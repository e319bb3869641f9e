# Deadlock: what a process waits for is an attribute of it.
# only: lockstep
# exit: 3
import multiprocessing as mp
class W(mp.Process):
    def __init__(self, go):
        super().__init__()
        self.go = go
    def run(self):
        with self.go:
            self.go.wait_for(lambda: False)
def main():
    c = mp.Condition()
    w = W(c)
    w.start()
    e = mp.Event()
    p = mp.Process(target=e.wait)
    p.start()
    a, b = mp.Pipe()
    a.recv()
if __name__ == "__main__":
    main()

# stderr:
#| deadlock: no thread can ever move again
#|   MainThread waits in a.recv() for a message: nobody sends one, at process_subclass.py:20
#|   MainThread of W-1 waits in self.go.wait_for() for somebody to notify it, at process_subclass.py:11
#|   MainThread of Process-2 waits in wait() of a multiprocessing.Event for somebody to set the event, started at process_subclass.py:18
