# typing.get_type_hints reads annotations that are strings; the classes of unions and of list[int].
from __future__ import annotations
import dataclasses
import datetime
import types
import typing
from typing import Any

@dataclasses.dataclass
class Node:
    value: int
    name: str | None
    next: Node | None = None
    when: datetime.date | int | str = 1

def f(a: int, *rest: str, **more: Any) -> None: pass

def unknown(a: Missing): pass

print(typing.get_type_hints(Node))
print(typing.get_type_hints(f))
try:
    typing.get_type_hints(unknown)
except NameError as error:
    print(error)
print(type(int | str), type(list[int]), isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))

# stdout:
#| {'value': <class 'int'>, 'name': str | None, 'next': __main__.Node | None, 'when': datetime.date | int | str}
#| {'a': <class 'int'>, 'rest': <class 'str'>, 'more': typing.Any, 'return': <class 'NoneType'>}
#| name 'Missing' is not defined
#| <class 'types.UnionType'> <class 'types.GenericAlias'> True True
