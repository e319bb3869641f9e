# `__slots__` beside bases of the library, and in exceptions.
import collections.abc
import contextlib
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Node(Generic[T]):
    __slots__ = ("val", "next")


class Shape(Protocol):
    __slots__ = ()


class Square(Shape):
    __slots__ = ("side",)


class Lines(collections.abc.Iterator):
    __slots__ = ()

    def __next__(self):
        raise StopIteration


class Both(collections.abc.Mapping):
    __slots__ = ("data",)

    def __getitem__(self, key):
        return self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


class Managed(contextlib.AbstractContextManager):
    __slots__ = ()

    def __exit__(self, *error):
        return None


for cls in (Node, Square, Lines, Both, Managed):
    try:
        cls().extra = 1
        print("set")
    except AttributeError as e:
        print(e)
both = Both()
both.data = {"a": 1}
print(dict(both), both.get("b"), "a" in both)


class Free(Generic[T]):
    pass


free = Free()
free.anything = 1
print(free.__dict__)


class Failed(Exception):
    __slots__ = ("code",)

    def __init__(self, code, extra):
        super().__init__(code)
        self.code = code
        self.extra = extra


print(Failed(1, 2).extra, Failed(1, 2).code)

# stdout:
#| 'Node' object has no attribute 'extra' and no __dict__ for setting new attributes
#| 'Square' object has no attribute 'extra' and no __dict__ for setting new attributes
#| 'Lines' object has no attribute 'extra' and no __dict__ for setting new attributes
#| 'Both' object has no attribute 'extra' and no __dict__ for setting new attributes
#| 'Managed' object has no attribute 'extra' and no __dict__ for setting new attributes
#| {'a': 1} None True
#| {'anything': 1}
#| 2 1
