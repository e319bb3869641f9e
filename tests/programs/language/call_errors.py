# The TypeErrors of wrong calls, word for word.
def two(a, b):
    return a

def flexible(a, *, key, other=1):
    return a

class Box:
    def __init__(self, item):
        self.item = item

    def open(self):
        return self.item

attempts = [
    lambda: two(1),
    lambda: two(),
    lambda: two(1, 2, 3),
    lambda: two(1, c=3),
    lambda: two(1, 2, a=3),
    lambda: flexible(1),
    lambda: flexible(1, 2, key=3),
    lambda: flexible(key=1),
    lambda: Box(),
    lambda: Box(1, 2),
    lambda: Box(1).open(2),
    lambda: 5 .real(),
    lambda: two(*5),
    lambda: two(**5),
    lambda: two(1, **{"a": 2}),
]
for attempt in attempts:
    try:
        attempt()
    except TypeError as error:
        print(error)

# stdout:
#| two() missing 1 required positional argument: 'b'
#| two() missing 2 required positional arguments: 'a' and 'b'
#| two() takes 2 positional arguments but 3 were given
#| two() got an unexpected keyword argument 'c'
#| two() got multiple values for argument 'a'
#| flexible() missing 1 required keyword-only argument: 'key'
#| flexible() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
#| flexible() missing 1 required positional argument: 'a'
#| Box.__init__() missing 1 required positional argument: 'item'
#| Box.__init__() takes 2 positional arguments but 3 were given
#| Box.open() takes 1 positional argument but 2 were given
#| 'int' object is not callable
#| __main__.two() argument after * must be an iterable, not int
#| __main__.two() argument after ** must be a mapping, not int
#| two() got multiple values for argument 'a'
