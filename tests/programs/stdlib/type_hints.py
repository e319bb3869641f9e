# typing.get_type_hints reads annotations that are strings; the classes of unions and of list[int].
from __future__ import annotations
import dataclasses
import types
import typing
from typing import Any, Literal, Optional

@dataclasses.dataclass
class Node:
    value: int
    name: str | None
    next: Optional[Node] = None
    items: list[dict[str, int]] = dataclasses.field(default_factory=list)
    mode: Literal["a", "b"] = "a"

def f(a: int, *rest: "str", then: typing.Callable[[int, str], bool] = print, **more: Any) -> None: pass

def unknown(a: Missing): pass

print(typing.get_type_hints(Node))
print(typing.get_type_hints(f))
try:
    typing.get_type_hints(unknown)
except NameError as error:
    print(error)
print(type(int | str), type(list[int]), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))

# stdout:
#| {'value': <class 'int'>, 'name': str | None, 'next': typing.Optional[__main__.Node], 'items': list[dict[str, int]], 'mode': typing.Literal['a', 'b']}
#| {'a': <class 'int'>, 'rest': <class 'str'>, 'then': typing.Callable[[int, str], bool], 'more': typing.Any, 'return': <class 'NoneType'>}
#| name 'Missing' is not defined
#| <class 'types.UnionType'> <class 'types.GenericAlias'> True True
