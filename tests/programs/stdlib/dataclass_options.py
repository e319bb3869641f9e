# dataclass options: slots, kw_only, InitVar, make_dataclass, order, repr off, match_args, inheritance of defaults.
from dataclasses import KW_ONLY, InitVar, dataclass, field, is_dataclass, make_dataclass

@dataclass(slots=True, kw_only=True)
class Options:
    workers: int = 4
    verbose: bool = False

@dataclass
class Circle:
    radius: float
    _: KW_ONLY
    unit: str = "cm"
    scale: InitVar[int] = 1
    area: float = field(init=False)

    def __post_init__(self, scale):
        self.radius *= scale
        self.area = round(3.14 * self.radius ** 2, 2)

Pair = make_dataclass("Pair", ["a", ("b", int, 5)])
print(Options(workers=2), Circle(1, scale=2), Pair(1))
print(is_dataclass(Circle), is_dataclass(5), Circle.__match_args__, Options.__slots__)
for wrong in (lambda: Options(2), lambda: Circle(1, "m"), lambda: setattr(Options(), "x", 1), lambda: Circle(1, area=2)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(error)

# stdout:
#| Options(workers=2, verbose=False) Circle(radius=2, unit='cm', area=12.56) Pair(a=1, b=5)
#| True False ('radius',) ('workers', 'verbose')
#| Options.__init__() takes 1 positional argument but 2 were given
#| Circle.__init__() takes 2 positional arguments but 3 were given
#| 'Options' object has no attribute 'x' and no __dict__ for setting new attributes
#| Circle.__init__() got an unexpected keyword argument 'area'
