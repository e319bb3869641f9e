# Overloads of typing are kept by name and cannot be called; reveal_type says on stderr what it was given.
import typing
from typing import overload


def shown(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


@overload
def double(value: int) -> int: ...
@overload
def double(value: str) -> str: ...


shown(double, 1)


def double(value):
    return value * 2


class Box:
    @overload
    def put(self, item: int) -> None: ...
    @overload
    def put(self, item: str) -> None: ...
    def put(self, item):
        self.item = item


shown(double, 4)
print([f.__annotations__ for f in typing.get_overloads(double)], len(typing.get_overloads(Box.put)))
typing.clear_overloads()
print(typing.get_overloads(double))
print(typing.reveal_type(5) + 1, typing.reveal_type("a"))

# stdout:
#| NotImplementedError You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.
#| 8
#| [{'value': <class 'int'>, 'return': <class 'int'>}, {'value': <class 'str'>, 'return': <class 'str'>}] 2
#| []
#| 6 a
# stderr:
#| Runtime type is 'int'
#| Runtime type is 'str'
