# `__dict__` that is set: one dict for all instances, a dict that is its own attributes.
import threading


class Borg:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state


a, b = Borg(), Borg()
a.x = 1
print(b.x, a is b, vars(b), a.__dict__ is Borg._state)
del b.x
print(hasattr(a, "x"), Borg._state)
try:
    del a.x
except AttributeError as error:
    print(error)
try:
    a.y
except AttributeError as error:
    print(error)


class Attributes(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


d = Attributes(x=1)
d.y = 2
d["z"] = 3
print(d.x, d, d.z, sorted(d), "y" in d)


class Plain:
    kind = "class"

    def method(self):
        return self.z


p = Plain()
p.first = 0
p.__dict__.update(p=1, q=2)
print(p.p, p.q)
p.__dict__ = {"z": 3, "kind": "own"}
print(p.z, hasattr(p, "p"), vars(p), p.kind, p.method(), [n for n in dir(p) if not n.startswith("_")])
other = Plain()
other.__dict__ = p.__dict__
other.z += 1
print(p.z, other.__dict__ is p.__dict__)
third = Plain()
third.a = 1
fourth = Plain()
fourth.__dict__ = third.__dict__
fourth.b = 2
print(third.b, vars(third) == vars(fourth))
try:
    p.__dict__ = 5
except TypeError as error:
    print(error)


class Shared(Borg):
    def add(self):
        self.total = getattr(self, "total", 0) + 1


threads = [threading.Thread(target=Shared().add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(Shared().total, Borg().total)

# stdout:
#| 1 False {'x': 1} True
#| False {}
#| 'Borg' object has no attribute 'x'
#| 'Borg' object has no attribute 'y'
#| 1 {'x': 1, 'y': 2, 'z': 3} 3 ['x', 'y', 'z'] True
#| 1 2
#| 3 False {'z': 3, 'kind': 'own'} own 3 ['kind', 'method', 'z']
#| 4 True
#| 2 True
#| __dict__ must be set to a dictionary, not a 'int'
#| 3 3
