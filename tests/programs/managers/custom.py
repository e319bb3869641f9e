# A manager of one's own: BaseManager.register gives proxies of a class; private methods stay hidden.
from multiprocessing import Process
from multiprocessing.managers import BaseManager

class Counter:
    def __init__(self, start=0):
        self.value = start

    def add(self, n):
        self.value += n
        return self.value

    def get(self):
        return self.value

    def _hidden(self):
        return "no"

class CounterManager(BaseManager):
    pass

CounterManager.register("Counter", Counter)

def work(counter):
    for _ in range(10):
        counter.add(1)

if __name__ == "__main__":
    with CounterManager() as manager:
        counter = manager.Counter(5)
        processes = [Process(target=work, args=(counter,)) for _ in range(2)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print(counter.get())  # expect: 25
        print(hasattr(counter, "_hidden"), hasattr(counter, "value"))  # expect: False False
        print(type(counter).__name__)  # expect: AutoProxy[Counter]
