# sum, min and max take one item after the other: what comes after a failure is never made
import itertools


def loud(*items):
    for item in items:
        print("makes", item)
        yield item


class Loud(int):
    def __lt__(self, other):
        print("compares", int(self), int(other))
        return int(self) < int(other)


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: sum(loud(1, "a", 2)))
attempt(lambda: sum(1 if i < 5 else "x" for i in itertools.count()))
attempt(lambda: min(loud(Loud(3), Loud(1), Loud(2))))
attempt(lambda: min((x for x in []), default=7))
attempt(lambda: max(x for x in []))
attempt(lambda: min((c for c in "abc"), key=lambda c: -ord(c)))
attempt(lambda: sum(x * 0.1 for x in range(10)))
attempt(lambda: sum((x for x in [1, 0.5, 2, 10**30, True])))
attempt(lambda: sum((x for x in ([1], [2])), []))
attempt(lambda: sum((x for x in "ab"), ""))
attempt(lambda: (sum(range(2**24)), max(range(10**5)), min(range(5, 0, -2))))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max([1], foo=3))
attempt(lambda: sorted([1], foo=3))

# stdout:
#| makes 1
#| makes a
#| TypeError unsupported operand type(s) for +: 'int' and 'str'
#| TypeError unsupported operand type(s) for +: 'int' and 'str'
#| makes 3
#| makes 1
#| compares 1 3
#| makes 2
#| compares 2 1
#| 1
#| 7
#| ValueError max() iterable argument is empty
#| c
#| 4.5
#| 1e+30
#| [1, 2]
#| TypeError sum() can't sum strings [use ''.join(seq) instead]
#| (140737479966720, 99999, 1)
#| TypeError Cannot specify a default for max() with multiple positional arguments
#| TypeError max() got an unexpected keyword argument 'foo'
#| TypeError sort() got an unexpected keyword argument 'foo'
