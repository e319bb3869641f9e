# Process subclassed: attributes set before start reach the child, those set in run don't come back.
import multiprocessing

class Square(multiprocessing.Process):
    def __init__(self, number):
        multiprocessing.Process.__init__(self)
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number ** 2
        print(f"{self.name}: {self.result}", flush=True)

if __name__ == "__main__":
    for n in (3, 4):
        p = Square(n)
        p.start()
        p.join()
        print("result seen by the parent:", p.result)

# stdout:
#| Square-1: 9
#| result seen by the parent: None
#| Square-2: 16
#| result seen by the parent: None
