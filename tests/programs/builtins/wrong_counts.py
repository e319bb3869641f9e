# Methods of built-in classes say how many arguments they take
def attempt(function):
    try:
        print(repr(function()))
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)


numbers = [3, 1, 2]
names = {"a": 1}
attempt(lambda: numbers.sort(lambda x: x))
attempt(lambda: numbers.sort(cmp=1))
attempt(lambda: sorted(numbers, len))
attempt(lambda: numbers.append())
attempt(lambda: numbers.append(1, 2))
attempt(lambda: numbers.insert(1))
attempt(lambda: numbers.pop(1, 2))
attempt(lambda: numbers.pop(10**30))
attempt(lambda: numbers.index())
attempt(lambda: numbers.index(1, "a"))
attempt(lambda: numbers.reverse(1))
attempt(lambda: numbers.clear(1))
attempt(lambda: names.get())
attempt(lambda: names.get(1, 2, 3))
attempt(lambda: names.keys(1))
attempt(lambda: names.popitem(1))
attempt(lambda: dict.fromkeys())
attempt(lambda: {1}.copy(1))
attempt(lambda: frozenset().isdisjoint())
attempt(lambda: (1,).count())
attempt(lambda: "".center(x=1))
attempt(lambda: "".strip(1))
attempt(lambda: "abc".upper(1))
attempt(lambda: b"abc".upper(1))
attempt(lambda: (5).bit_length(1))
attempt(lambda: (5).__add__())
attempt(lambda: (5).__abs__(1))
attempt(lambda: range(9).index())
attempt(lambda: len())
attempt(lambda: len([], []))
attempt(lambda: isinstance(1))
attempt(lambda: getattr(1))
attempt(lambda: list.append())
attempt(lambda: str.maketrans())
print(numbers, names)

# stdout:
#| TypeError sort() takes no positional arguments
#| TypeError sort() got an unexpected keyword argument 'cmp'
#| TypeError sorted expected 1 argument, got 2
#| TypeError list.append() takes exactly one argument (0 given)
#| TypeError list.append() takes exactly one argument (2 given)
#| TypeError insert expected 2 arguments, got 1
#| TypeError pop expected at most 1 argument, got 2
#| OverflowError Python int too large to convert to C ssize_t
#| TypeError index expected at least 1 argument, got 0
#| TypeError slice indices must be integers or have an __index__ method
#| TypeError list.reverse() takes no arguments (1 given)
#| TypeError list.clear() takes no arguments (1 given)
#| TypeError get expected at least 1 argument, got 0
#| TypeError get expected at most 2 arguments, got 3
#| TypeError dict.keys() takes no arguments (1 given)
#| TypeError dict.popitem() takes no arguments (1 given)
#| TypeError fromkeys expected at least 1 argument, got 0
#| TypeError set.copy() takes no arguments (1 given)
#| TypeError frozenset.isdisjoint() takes exactly one argument (0 given)
#| TypeError tuple.count() takes exactly one argument (0 given)
#| TypeError str.center() takes no keyword arguments
#| TypeError strip arg must be None or str
#| TypeError str.upper() takes no arguments (1 given)
#| TypeError bytes.upper() takes no arguments (1 given)
#| TypeError int.bit_length() takes no arguments (1 given)
#| TypeError expected 1 argument, got 0
#| TypeError expected 0 arguments, got 1
#| TypeError range.index() takes exactly one argument (0 given)
#| TypeError len() takes exactly one argument (0 given)
#| TypeError len() takes exactly one argument (2 given)
#| TypeError isinstance expected 2 arguments, got 1
#| TypeError getattr expected at least 2 arguments, got 1
#| TypeError unbound method list.append() needs an argument
#| TypeError maketrans expected at least 1 argument, got 0
#| [3, 1, 2] {'a': 1}
