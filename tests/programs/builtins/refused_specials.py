# Special methods that are None, reversed() of sequences without all they need, wrong arguments of built-in methods.
from collections.abc import Callable, Container, Iterable, KeysView, Mapping, Sequence


class Nothing:
    __iter__ = None
    __contains__ = None
    __reversed__ = None
    __hash__ = None

    def __getitem__(self, at):
        return at


class NoList(list):
    __reversed__ = None
    __contains__ = None
    __iter__ = None


class Half:
    def __getitem__(self, at):
        if at > 2:
            raise StopIteration
        return at


class Whole(Half):
    def __len__(self):
        return 3


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for thing in (Nothing(), NoList([1]), Half(), Whole(), 5):
    attempt(lambda: list(thing))
    attempt(lambda: 1 in thing)
    attempt(lambda: list(reversed(thing)))
attempt(lambda: hash(Nothing()))
back = reversed(Whole())
print(type(back).__name__, back.__length_hint__(), next(back), list(back))
for separator in ("", "::", 5, b"-", "é", [1], ":"):
    attempt(lambda: b"abc".hex(separator))
attempt(lambda: int.from_bytes("a"))
attempt(lambda: int.from_bytes(5))
attempt(lambda: int.from_bytes(b"a", 5))
attempt(lambda: (5).to_bytes(2, 5))
attempt(lambda: set().union(x=1))
attempt(lambda: frozenset().union(x=1))
attempt(lambda: {1}.update(x=1))
print(isinstance({}.keys(), KeysView), Iterable, Sequence.__module__, Mapping[str, int], Callable[[int], str],
      Container[int], Callable[..., None])
attempt(lambda: Sequence.register(5))

# stdout:
#| TypeError 'Nothing' object is not iterable
#| TypeError 'Nothing' object is not a container
#| TypeError 'Nothing' object is not reversible
#| TypeError 'NoList' object is not iterable
#| TypeError 'NoList' object is not a container
#| TypeError 'NoList' object is not reversible
#| [0, 1, 2]
#| True
#| TypeError object of type 'Half' has no len()
#| [0, 1, 2]
#| True
#| [2, 1, 0]
#| TypeError 'int' object is not iterable
#| TypeError argument of type 'int' is not iterable
#| TypeError 'int' object is not reversible
#| TypeError unhashable type: 'Nothing'
#| reversed 3 2 [1, 0]
#| ValueError sep must be length 1.
#| ValueError sep must be length 1.
#| TypeError object of type 'int' has no len()
#| 61-62-63
#| ValueError sep must be ASCII.
#| TypeError sep must be str or bytes.
#| 61:62:63
#| TypeError cannot convert 'str' object to bytes
#| TypeError cannot convert 'int' object to bytes
#| TypeError from_bytes() argument 'byteorder' must be str, not int
#| TypeError to_bytes() argument 'byteorder' must be str, not int
#| TypeError set.union() takes no keyword arguments
#| TypeError frozenset.union() takes no keyword arguments
#| TypeError set.update() takes no keyword arguments
#| True <class 'collections.abc.Iterable'> collections.abc collections.abc.Mapping[str, int] collections.abc.Callable[[int], str] collections.abc.Container[int] collections.abc.Callable[..., None]
#| TypeError Can only register classes
