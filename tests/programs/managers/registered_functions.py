# BaseManager with functions and exposed methods, and a proxy class of one's own.
from multiprocessing.managers import BaseManager, BaseProxy

class Foo:
    def f(self):
        return "f called"
    def g(self):
        return "g called"
    def _h(self):
        return "_h called"

def numbers():
    return [3, 1, 2]

class FooProxy(BaseProxy):
    _exposed_ = ("f", "_h")
    def f(self):
        return "proxy: " + self._callmethod("f")
    def h(self):
        return self._callmethod("_h")

class MyManager(BaseManager):
    pass

MyManager.register("Foo1", Foo)
MyManager.register("Foo2", Foo, exposed=("g", "_h"))
MyManager.register("Foo3", Foo, proxytype=FooProxy)
MyManager.register("numbers", numbers)

if __name__ == "__main__":
    with MyManager() as manager:
        f1, f2, f3 = manager.Foo1(), manager.Foo2(), manager.Foo3()
        print(f1.f(), f1.g(), hasattr(f1, "_h"))  # expect: f called g called False
        print(f2.g(), f2._h(), hasattr(f2, "f"))  # expect: g called _h called False
        print(f3.f(), f3.h())  # expect: proxy: f called _h called
        n = manager.numbers()
        n.sort()
        print(n.index(3), n.count(1), n)  # expect: 2 1 [1, 2, 3]
