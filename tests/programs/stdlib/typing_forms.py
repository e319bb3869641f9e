# typing at run time: generics, Optional, Union, Protocol, TypeVar, NamedTuple, cast, get_type_hints.
from typing import Any, Callable, Dict, Generic, Iterator, List, Literal, NamedTuple, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, cast, get_type_hints

T = TypeVar("T")

class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)

class Closer(Protocol):
    def close(self) -> None: ...

class Movie(TypedDict):
    title: str
    year: int

def first(items: list[T], default: Optional[T] = None) -> T | None:
    return items[0] if items else default

s: Stack[int] = Stack()
s.push(1)
print(s.items, Stack[int]().items, first([]), first(["a"]))  # expect: [1] [] None a
print(Optional[int], Union[int, str], List[int], Dict[str, Any], list[int], int | None, Callable[[int], str])  # expect: typing.Optional[int] typing.Union[int, str] typing.List[int] typing.Dict[str, typing.Any] list[int] int | None typing.Callable[[int], str]
print(get_type_hints(first)["default"], cast(int, "unchanged"), Movie(title="x", year=1))  # expect: typing.Optional[~T] unchanged {'title': 'x', 'year': 1}
print(Tuple[int, ...], Literal["a", "b"], T, Iterator[int])  # expect: typing.Tuple[int, ...] typing.Literal['a', 'b'] ~T typing.Iterator[int]

type Pair[A] = tuple[A, A]

def largest[N](values: list[N]) -> N:
    return max(values)

print(largest([3, 9, 2]), Pair.__name__)  # expect: 9 Pair
