# singledispatch by unions, abstract classes and annotations; what generic types are made of.
from __future__ import annotations

import functools
import typing
from collections.abc import Iterable, Mapping, Sized


@functools.singledispatch
def shown(value):
    return "something"


@shown.register
def _(value: int | float):
    return "a number"


@shown.register(Mapping)
def _(value):
    return "a mapping"


@shown.register
def _(value: list):
    return "a list"


@shown.register(str | bytes)
def _(value):
    return "text"


for value in (1, 2.5, True, {}, [], "a", b"a", None, ()):
    print(repr(value), shown(value))


@functools.singledispatch
def size(value):
    return 0


size.register(Sized, lambda value: len(value))
size.register(Iterable, lambda value: -1)


class Both:
    def __len__(self):
        return 3

    def __iter__(self):
        return iter(())


class OnlySized:
    def __len__(self):
        return 4


print(size(OnlySized()), size(5))
try:
    size(Both())
except RuntimeError as error:
    print(type(error).__name__, str(error).split(":")[0])
for wrong in (lambda: shown.register(3, len), lambda: shown.register(lambda value: value)):
    try:
        wrong()
    except TypeError as error:
        print(str(error).split(":")[0])


class Formatter:
    @functools.singledispatchmethod
    def show(self, value):
        return "?"

    @show.register
    def _(self, value: int):
        return f"int {value}"


print(Formatter().show(3), Formatter().show("x"))

print(typing.get_origin(list[int]), typing.get_args(dict[str, int]), typing.get_origin(int))
print(typing.get_origin(int | None), typing.get_args(int | None), typing.get_args(tuple[int, ...]))
print(typing.get_origin(typing.Optional[int]), typing.get_origin(typing.Literal["a"]), typing.get_args(typing.Literal["a"]))
print(typing.get_origin(typing.Dict[str, int]), typing.get_args(typing.Callable[[int], str]))
print(typing.get_origin(typing.Annotated[int, "x"]))

# stdout:
#| 1 a number
#| 2.5 a number
#| True a number
#| {} a mapping
#| [] a list
#| 'a' text
#| b'a' text
#| None something
#| () something
#| 4 0
#| RuntimeError Ambiguous dispatch
#| Invalid first argument to `register()`. 3 is not a class or union type.
#| Invalid first argument to `register()`
#| int 3 ?
#| <class 'list'> (<class 'str'>, <class 'int'>) None
#| <class 'types.UnionType'> (<class 'int'>, <class 'NoneType'>) (<class 'int'>, Ellipsis)
#| typing.Union typing.Literal ('a',)
#| <class 'dict'> ([<class 'int'>], <class 'str'>)
#| typing.Annotated
