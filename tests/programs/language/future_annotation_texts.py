"""Under `from __future__ import annotations` the annotations are texts, written as CPython writes expressions back."""
from __future__ import annotations

import dataclasses


def plain(a: "Node", b: int|None, c: Dict[str,int], d: 0x10, e: Tuple[int,...]) -> 'it"s':
    pass


def more(
    a: Callable[[int,str],bool], b: (int), c: (int,str), d: (1,), e: Literal["a",'b',True,None], *args: *Ts,
    **kw: a . b . c
) -> "it's":
    pass


def sums(
    a: x+y*z, b: (x+y)*z, c: -x**-y, d: (-x)**y, e: x|y|z, f: x|(y|z), g: ~x, h: x<<2>>1, i: f(x,*y,k=1,**z),
    j: x**y**z, k: (x**y)**z, l: x@y//z%w, m: x&y^z, n: Annotated[int,Field(gt=0)], p: T[()], q: T[x,],
    r: 1_000, s: x if y else z, t: lambda x : x
):
    pass


@dataclasses.dataclass
class Node:
    value: int|str
    next: "Node" = None
    items: list[Tuple[int,"Node"]] = dataclasses.field(
        default_factory=list)


for function in (plain, more):
    for name, text in function.__annotations__.items():
        print(name, text, repr(text))
for name, text in list(sums.__annotations__.items())[:14]:
    print(name, text)
for name in "pqr":
    print(name, sums.__annotations__[name])
for field in dataclasses.fields(Node):
    print(field.name, field.type)

# stdout:
#| a 'Node' "'Node'"
#| b int | None 'int | None'
#| c Dict[str, int] 'Dict[str, int]'
#| d 16 '16'
#| e Tuple[int, ...] 'Tuple[int, ...]'
#| return 'it"s' '\'it"s\''
#| a Callable[[int, str], bool] 'Callable[[int, str], bool]'
#| b int 'int'
#| c (int, str) '(int, str)'
#| d (1,) '(1,)'
#| e Literal['a', 'b', True, None] "Literal['a', 'b', True, None]"
#| args *Ts '*Ts'
#| kw a.b.c 'a.b.c'
#| return "it's" '"it\'s"'
#| a x + y * z
#| b (x + y) * z
#| c -x ** (-y)
#| d (-x) ** y
#| e x | y | z
#| f x | (y | z)
#| g ~x
#| h x << 2 >> 1
#| i f(x, *y, k=1, **z)
#| j x ** y ** z
#| k (x ** y) ** z
#| l x @ y // z % w
#| m x & y ^ z
#| n Annotated[int, Field(gt=0)]
#| p T[()]
#| q T[x,]
#| r 1000
#| value int | str
#| next 'Node'
#| items list[Tuple[int, 'Node']]
