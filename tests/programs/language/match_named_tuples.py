# Class patterns of named tuples go by `__match_args__`; other tuple subclasses match themselves.
import collections
import typing


class City(typing.NamedTuple):
    continent: str
    name: str


P = collections.namedtuple("P", "x y")


class Pair(tuple):
    pass


class Tagged(int):
    __match_args__ = ("real", "imag")


def show(value):
    match value:
        case City("Asia"):
            return "in Asia"
        case City(_, name):
            return name
        case P(1, y):
            return "P from one to %d" % y
        case P(x=x, y=y):
            return (x, y)
        case Pair((a, b)):
            return a + b
        case Tagged(5, 0):
            return "five"
        case int(n):
            return n


for value in (City("Asia", "Tokyo"), City("Europe", "Riga"), P(1, 2), P(2, 3), Pair((3, 4)), Tagged(5), Tagged(6), 7):
    print(show(value))

# stdout:
#| in Asia
#| Riga
#| P from one to 2
#| (2, 3)
#| 7
#| five
#| 6
#| 7
