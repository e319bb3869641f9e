# yield from: delegation, return values, trees, chains.
def inner():
    received = yield "a"
    print("inner got", received)
    yield "b"
    return "inner's result"

def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from (c for c in "xy")

g = outer()
print(next(g))
print(g.send("hello"))
print(list(g))

class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))

def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item

print(list(flatten([1, [2, [3, [4]], 5]])))

# stdout:
#| a
#| inner got hello
#| b
#| outer got inner's result
#| [1, 2, 'x', 'y']
#| [1, 2, 3, 4]
#| [1, 2, 3, 4, 5]
