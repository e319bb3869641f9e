# Orders of set displays, names of arguments that are ours, errors in the midst of printing and sorting
import collections
import collections.abc
from typing import Protocol


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


told(lambda: 5 * None)
told(lambda: None * 5)
told(lambda: {} * 2)
target = {}
target.update(d=1, self=2)
print(target, dict({}, d=1), collections.defaultdict(int, d=1))
print({"a", "b", "c", "d", "e", "f"}, {10, 20, 30, 40, 50, 60, 70})
colours = {"red", "green", "blue", "yellow", "black"}
print(colours, colours | {"white"}, frozenset({"a", "e", "i", "o", "u"}))
for day in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}:
    print(day, end=" ")
print({1, "z", -1} - {2, "apple"}, {1.5, "x", None, True, (1, 2)})


class Ring:
    def __pow__(self, exponent, modulus=None):
        return (exponent, modulus)


class Quiet:
    def __str__(self):
        raise ValueError("not a word")


class Sized(Protocol):
    def size(self): ...


class Box(Sized):
    def size(self):
        return 1


told(lambda: pow(Ring(), 2, 3))
told(lambda: pow(Quiet(), 2, 3))
told(lambda: print("so far", Quiet()))
told(Sized)
told(lambda: Box().size())
numbers = [3, 2, 1]
told(lambda: numbers.sort(key=lambda n: numbers.append(n) or n))
print(numbers)
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(1): "one"}[range(0, 1, 5)], hash(range(3)))
print(isinstance([], collections.abc.Hashable), isinstance(1, collections.abc.Hashable))

# stdout:
#| TypeError unsupported operand type(s) for *: 'int' and 'NoneType'
#| TypeError unsupported operand type(s) for *: 'NoneType' and 'int'
#| TypeError unsupported operand type(s) for *: 'dict' and 'int'
#| {'d': 1, 'self': 2} {'d': 1} defaultdict(<class 'int'>, {'d': 1})
#| {'d', 'c', 'f', 'a', 'e', 'b'} {50, 20, 70, 40, 10, 60, 30}
#| {'red', 'yellow', 'blue', 'black', 'green'} {'red', 'white', 'yellow', 'blue', 'black', 'green'} frozenset({'u', 'a', 'o', 'e', 'i'})
#| sat fri tue thu sun mon wed {1, 'z', -1} {None, 1.5, True, (1, 2), 'x'}
#| (2, 3)
#| TypeError unsupported operand type(s) for ** or pow(): 'Quiet', 'int', 'int'
#| so far ValueError not a word
#| TypeError Protocols cannot be instantiated
#| 1
#| ValueError list modified during sort
#| [1, 2, 3]
#| True one -8338477496398685190
#| False True
