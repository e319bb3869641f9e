# types and copy: classes, coroutines and namespaces made by hand; names that are no strings; older seeds and escapes.
import copy
import random
import re
import threading
import types

space = types.SimpleNamespace(a=1, b=2)
print(copy.replace(space, b=3), space)


class Meta(type):
    def __new__(meta, name, bases, namespace, tag=None):
        print("Meta", name, tag)
        return super().__new__(meta, name, bases, namespace)


made = types.new_class("Made", (), {"metaclass": Meta, "tag": 5}, lambda names: names.update(a=1))
print(made.a, type(made) is Meta, type(types.new_class("Child", (made,))) is Meta)


@types.coroutine
def switch():
    got = yield "paused"
    return got


async def task():
    return await switch()


running = task()
print(isinstance(running, types.CoroutineType), running.send(None))
try:
    running.send(5)
except StopIteration as end:
    print(end.value)


class Point:
    def __new__(cls, *, x):
        point = object.__new__(cls)
        point.x = x
        return point

    def __getnewargs_ex__(self):
        return (), {"x": self.x}


print(copy.copy(Point(x=3)).x, copy.deepcopy(Point(x=4)).x)
lock = threading.Lock()
for wrong in (lambda: setattr(space, 1, 2), lambda: delattr(space, 1), lambda: setattr(3, "real", 2),
              lambda: lock.release(1), lambda: lock.locked(1), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
random.seed("abc", version=1)
print(random.random(), re.search(r"\101", "A"), re.match("[\\101]", "A").span())


class Base:
    x: int = 1


class Derived(Base):
    __index__ = None
    __iter__ = None


print(Derived.__annotations__, Base.__annotations__)
for wrong in (lambda: iter(Derived()), lambda: 1 in Derived(), lambda: [1][0:2][Derived()]):
    try:
        wrong()
    except TypeError as error:
        print(type(error).__name__)

# stdout:
#| namespace(a=1, b=3) namespace(a=1, b=2)
#| Meta Made 5
#| Meta Child None
#| 1 True True
#| True paused
#| 5
#| 3 4
#| TypeError attribute name must be string, not 'int'
#| TypeError attribute name must be string, not 'int'
#| AttributeError attribute 'real' of 'int' objects is not writable
#| TypeError lock.release() takes no arguments (1 given)
#| TypeError lock.locked() takes no arguments (1 given)
#| TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
#| 0.09639374978773074 <re.Match object; span=(0, 1), match='A'> (0, 1)
#| {} {'x': <class 'int'>}
#| TypeError
#| TypeError
#| TypeError
