# Dataclass corners.
from dataclasses import *
import threading
@dataclass
class Task:
    id: int
    name: str = "t"
    tags: list = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    hidden: int = field(default=0, init=False)
    def __post_init__(self): self.hidden = self.id * 2
t = Task(1); print(t, t.hidden, t == Task(1), [f.name for f in fields(t)], replace(t, id=5))
@dataclass(frozen=True, order=True, slots=False)
class P:
    x: int; y: int = 0
print(P(1) < P(2), hash(P(1)) == hash(P(1)), astuple(P(1, 2)), asdict(P(1, 2)), {P(1): 1}[P(1)])
try: P(1).x = 5
except FrozenInstanceError as e: print(e, type(e).__mro__[1].__name__)
try:
    @dataclass
    class B:
        x: list = []
except ValueError as e: print(e)
try: Task()
except TypeError as e: print(e)
try:
    @dataclass
    class Q:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(kw_only=True)
class K: a: int; b: int = 2
print(K(a=1), is_dataclass(K)); C = make_dataclass("C", [("x", int), ("y", int, field(default=3))]); print(C(1))
@dataclass
class Base: a: int
@dataclass
class Der(Base): b: int = 2
print(Der(1), Der(1, 3) == Der(1, 3), Der.__match_args__)

# stdout:
#| Task(id=1, name='t', tags=[], hidden=2) 2 True ['id', 'name', 'tags', 'lock', 'hidden'] Task(id=5, name='t', tags=[], hidden=10)
#| True True (1, 2) {'x': 1, 'y': 2} 1
#| cannot assign to field 'x' AttributeError
#| mutable default <class 'list'> for field x is not allowed: use default_factory
#| Task.__init__() missing 1 required positional argument: 'id'
#| non-default argument 'b' follows default argument 'a'
#| K(a=1, b=2) True
#| C(x=1, y=3)
#| Der(a=1, b=2) True ('a', 'b')
