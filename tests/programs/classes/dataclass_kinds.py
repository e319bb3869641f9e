# dataclass: defaults, factories, repr, eq, order, frozen, replace, asdict, post-init, fields.
from dataclasses import dataclass, field, replace, asdict, astuple, fields, FrozenInstanceError

@dataclass
class Task:
    name: str
    priority: int = 1
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    def __post_init__(self):
        self.name = self.name.strip()

@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0

@dataclass
class Special(Task):
    boost: float = 1.5

a, b = Task(" a "), Task("a", secret="other")
a.tags.append("new")
print(a, b, a == b, a == Task("a", 1, ["new"]))  # expect: Task(name='a', priority=1, tags=['new']) Task(name='a', priority=1, tags=[]) False True
print(Point(1) < Point(1, 1), sorted([Point(2), Point(1, 5)]), {Point(1): "hashable"}[Point(1, 0)])  # expect: True [Point(x=1, y=5), Point(x=2, y=0)] hashable
print(replace(Point(1, 2), y=9), asdict(a), astuple(Point(3)), [f.name for f in fields(Task)])  # expect: Point(x=1, y=9) {'name': 'a', 'priority': 1, 'tags': ['new'], 'secret': 's'} (3, 0) ['name', 'priority', 'tags', 'secret']
print(Special("x", boost=2))  # expect: Special(name='x', priority=1, tags=[], boost=2)
try:
    Point(1).x = 5
except FrozenInstanceError as error:
    print(error)  # expect: cannot assign to field 'x'
try:
    Task()
except TypeError as error:
    print(error)  # expect: Task.__init__() missing 1 required positional argument: 'name'
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)  # expect: mutable default <class 'list'> for field items is not allowed: use default_factory
try:
    hash(a)
except TypeError as error:
    print(error)  # expect: unhashable type: 'Task'
