# Type parameters of functions and classes, type statements, bounds.
from dataclasses import dataclass
def first[T](items: list[T], default: T = None) -> T:
    return items[0] if items else default
class Stack[T]:
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
    def map[U](self, f) -> "Stack[U]":
        s = Stack[U](); s.items = [f(x) for x in self.items]; return s
s = Stack[int](); s.push(1); s.push(2)
print(first([3, 4]), first([], 9), s.map(str).items, s.pop(), first.__type_params__, Stack.__type_params__, Stack.__name__, first.__qualname__, Stack.map.__qualname__)
type Num = int | float
type Pair[A] = tuple[A, A]
print(Num, Num.__value__, Pair, Pair.__type_params__, Pair[int], Num.__name__)
def g[T: (int, str), *Ts, **P](x: T, *a: *Ts) -> T: return x
print(g(1, 2), g.__type_params__)
def bounded[T: Num](a: T, b: T, *, key=None) -> T: return max(a, b, key=key)
print(bounded(1, 2.5), bounded.__type_params__[0].__bound__)
@dataclass
class Box[T]:
    value: T
    def get(self) -> T: return self.value
print(Box(5), Box[str]("x").get())
class Child[T](Stack[T]):
    def peek(self): return super().pop()
c = Child(); c.push(7); print(c.peek())
def outer():
    x = 1
    def inner[T](v: T) -> T: return (v, x)
    return inner
print(outer()(2))

# stdout:
#| 3 9 ['1', '2'] 2 (T,) (T,) Stack first Stack.map
#| Num int | float Pair (A,) Pair[int] Num
#| 1 (T, Ts, P)
#| 2.5 Num
#| Box(value=5) x
#| 7
#| (2, 1)
