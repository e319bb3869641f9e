# What typing's names show with arguments, which arguments they refuse, and what they are equal to
import typing
from typing import *

T, K, P = TypeVar("T"), TypeVar("K"), ParamSpec("P")


def show(*made):
    for form in made:
        print(form)


def refused(*makers):
    for make in makers:
        try:
            print("made", make())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


show(Union[int], Union[int, None], Union[int, str, None], Union[None], Union[int, int], Union[int, bool], Optional[None])
show(Optional[list[int]], Optional["Node"], List["Node"], Union[int | str, bytes], Union[Optional[int], str])
show(AnyStr, T, P, P.args, P.kwargs, TypeVar("C", covariant=True), TypeVar("B", bound="X").__bound__)
show(Callable, Callable[[int, str], bool], Callable[..., int], Callable[[], None], Callable[P, int])
show(Callable[Concatenate[int, P], int], Callable[[Callable[[int], str]], None], Callable[[int, str], bool].__args__)
show(Tuple[()], Tuple[int, ...], Tuple[None], Generator[int], Generator[int, None, str], ContextManager[int])
show(List[T][int], Dict[K, T][str, int], Callable[[T], T][int], Union[T, int][str], Dict[K, List[T]].__parameters__)
show(Literal[1, 1, True, "a", None], Literal[Literal[1, 2], 3], Annotated[Annotated[int, "x"], 2])
show(int | List[int], List[int] | None, None | T, Final[int], ClassVar[int], Type[int], Any, Text, IO, TextIO)
show(get_args(Callable[[int], str]), get_args(Literal[None]), get_args(Annotated[int, "x"]), get_args(int))
show(get_origin(List[int]), get_origin(List), get_origin(Optional[int]), get_origin(Annotated[int, "x"]), get_origin(int))
show(Annotated[int, "x"].__metadata__, Annotated[int, "x"].__origin__, List[int].__parameters__, Callable.__name__)
show(Union[int, str] == Union[str, int], Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True],
     hash(Union[int, str]) == hash(Union[str, int]), Union[int, str] == (int | str), List["X"] == List["X"])
show(issubclass(int, Union[int, str]), isinstance(1, Optional[int]), isinstance([], List), issubclass(dict, Mapping))
refused(lambda: Union[()], lambda: Optional[int, str], lambda: ClassVar[int, str], lambda: Required[int, str])
refused(lambda: Callable[int], lambda: Dict[int], lambda: List[int, str], lambda: Dict[K, T][int], lambda: List[int][str])
refused(lambda: Any[int], lambda: Self[int], lambda: Any(), lambda: Union(), lambda: List(), lambda: Dict[str, int]())
refused(lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Annotated[int], lambda: Concatenate[int])
refused(lambda: isinstance(1, List[int]), lambda: isinstance(1, Any), lambda: issubclass(int, List[int]))
refused(lambda: TypeVar("A", int), lambda: TypeVar("A", int, str, bound=int))
refused(lambda: TypeVar("A", covariant=True, contravariant=True))


class Node:
    left: Optional["Node"]
    rest: list["Node"]
    size: Annotated[int, "bytes"]
    kind: Literal["leaf", "inner"] = "leaf"


for name, hint in get_type_hints(Node).items():
    print(name, hint)
print(get_type_hints(Node, include_extras=True)["size"])

# stdout:
#| <class 'int'>
#| typing.Optional[int]
#| typing.Union[int, str, NoneType]
#| <class 'NoneType'>
#| <class 'int'>
#| typing.Union[int, bool]
#| <class 'NoneType'>
#| typing.Optional[list[int]]
#| typing.Optional[ForwardRef('Node')]
#| typing.List[ForwardRef('Node')]
#| typing.Union[int, str, bytes]
#| typing.Union[int, NoneType, str]
#| ~AnyStr
#| ~T
#| ~P
#| P.args
#| P.kwargs
#| +C
#| ForwardRef('X')
#| typing.Callable
#| typing.Callable[[int, str], bool]
#| typing.Callable[..., int]
#| typing.Callable[[], NoneType]
#| typing.Callable[~P, int]
#| typing.Callable[typing.Concatenate[int, ~P], int]
#| typing.Callable[[typing.Callable[[int], str]], NoneType]
#| (<class 'int'>, <class 'str'>, <class 'bool'>)
#| typing.Tuple[()]
#| typing.Tuple[int, ...]
#| typing.Tuple[NoneType]
#| typing.Generator[int, NoneType, NoneType]
#| typing.Generator[int, NoneType, str]
#| typing.ContextManager[int, bool | None]
#| typing.List[int]
#| typing.Dict[str, int]
#| typing.Callable[[int], int]
#| typing.Union[str, int]
#| (~K, ~T)
#| typing.Literal[1, True, 'a', None]
#| typing.Literal[1, 2, 3]
#| typing.Annotated[int, 'x', 2]
#| typing.Union[int, typing.List[int]]
#| typing.Optional[typing.List[int]]
#| typing.Optional[~T]
#| typing.Final[int]
#| typing.ClassVar[int]
#| typing.Type[int]
#| typing.Any
#| <class 'str'>
#| <class 'typing.IO'>
#| <class 'typing.TextIO'>
#| ([<class 'int'>], <class 'str'>)
#| (None,)
#| (<class 'int'>, 'x')
#| ()
#| <class 'list'>
#| <class 'list'>
#| typing.Union
#| typing.Annotated
#| None
#| ('x',)
#| <class 'int'>
#| ()
#| Callable
#| True
#| True
#| False
#| True
#| True
#| True
#| True
#| True
#| True
#| True
#| TypeError Cannot take a Union of no types.
#| TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
#| TypeError typing.ClassVar accepts only single type. Got (<class 'int'>, <class 'str'>).
#| TypeError Required accepts only a single type. Got (<class 'int'>, <class 'str'>).
#| TypeError Callable must be used as Callable[[arg, ...], result].
#| TypeError Too few arguments for typing.Dict; actual 1, expected 2
#| TypeError Too many arguments for typing.List; actual 2, expected 1
#| TypeError Too few arguments for typing.Dict[~K, ~T]; actual 1, expected at least 2
#| TypeError typing.List[int] is not a generic class
#| TypeError type 'Any' is not subscriptable
#| TypeError typing.Self is not subscriptable
#| TypeError Any cannot be instantiated
#| TypeError Cannot instantiate typing.Union
#| TypeError Type List cannot be instantiated; use list() instead
#| TypeError Type Dict cannot be instantiated; use dict() instead
#| TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
#| TypeError Parameters to Generic[...] must all be unique
#| TypeError Parameter list to Generic[...] cannot be empty
#| TypeError Annotated[...] should be used with at least two arguments (a type and an annotation).
#| TypeError The last parameter to Concatenate should be a ParamSpec variable or ellipsis.
#| TypeError Subscripted generics cannot be used with class and instance checks
#| TypeError typing.Any cannot be used with isinstance()
#| TypeError Subscripted generics cannot be used with class and instance checks
#| TypeError A single constraint is not allowed
#| TypeError Constraints cannot be combined with bound=...
#| ValueError Bivariant types are not supported.
#| left typing.Optional[__main__.Node]
#| rest list[__main__.Node]
#| size <class 'int'>
#| kind typing.Literal['leaf', 'inner']
#| typing.Annotated[int, 'bytes']
