# BaseManager with registered classes and functions: exposed methods, own proxies, a generator.
import multiprocessing
from multiprocessing.managers import BaseManager, BaseProxy, NamespaceProxy


class Counter:
    def __init__(self, start=0):
        self.n = start

    def increment(self, by=1):
        self.n += by
        return self.n

    def value(self):
        return self.n

    def _hidden(self):
        return "hidden"

    def fail(self):
        raise LookupError("asked to fail")


class CounterProxy(BaseProxy):
    _exposed_ = ("increment", "value")

    def increment(self, by=1):
        return self._callmethod("increment", (by,))

    @property
    def n(self):
        return self._callmethod("value")


def numbers():
    yield from (1, 2, 3)


class GeneratorProxy(BaseProxy):
    _exposed_ = ("__next__",)

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod("__next__")


class MyManager(BaseManager):
    pass


MyManager.register("Counter", Counter)
MyManager.register("Open", Counter, exposed=("value", "_hidden"))
MyManager.register("Own", Counter, CounterProxy)
MyManager.register("numbers", numbers, GeneratorProxy)
MyManager.register("Space", Counter, NamespaceProxy)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def work(counter):
    for _ in range(10):
        counter.increment()


if __name__ == "__main__":
    with MyManager() as manager:
        counter = manager.Counter(5)
        processes = [multiprocessing.Process(target=work, args=(counter,)) for _ in range(2)]
        for process in processes:
            process.start()
            process.join()
        print(counter.value(), counter.increment(by=2), type(counter).__name__)
        attempt(lambda: counter._hidden())
        attempt(lambda: counter.n)
        attempt(counter.fail)
        attempt(lambda: counter.increment("x"))
        opened = manager.Open(1)
        print(opened.value(), opened._hidden())
        attempt(lambda: opened.increment())
        own = manager.Own(3)
        print(own.increment(), own.n, own._callmethod("value"))
        attempt(lambda: own._callmethod("fail"))
        print(list(manager.numbers()))
        space = manager.Space(8)
        print(space.n)
        attempt(lambda: manager.Absent())
        attempt(lambda: MyManager().Counter())

# stdout:
#| 25 27 AutoProxy[Counter]
#| AttributeError 'AutoProxy[Counter]' object has no attribute '_hidden'
#| AttributeError 'AutoProxy[Counter]' object has no attribute 'n'
#| LookupError asked to fail
#| TypeError unsupported operand type(s) for +=: 'int' and 'str'
#| 1 hidden
#| AttributeError 'AutoProxy[Open]' object has no attribute 'increment'
#| 4 4 4
#| RemoteError 
#| ---------------------------------------------------------------------------
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/managers.py", in serve_client
#| AttributeError: method 'fail' of <class '__main__.Counter'> object is not in exposed={'value', 'increment'}
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/managers.py", in serve_client
#| KeyError: 'fail'
#| ---------------------------------------------------------------------------
#| [1, 2, 3]
#| 8
#| AttributeError 'MyManager' object has no attribute 'Absent'
#| AssertionError server not yet started
