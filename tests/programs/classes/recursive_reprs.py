# Reprs that come back to themselves, through an own __repr__ as well.
import reprlib
from collections import ChainMap, OrderedDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from functools import partial
from types import SimpleNamespace


class Node:
    def __init__(self, value, *kids):
        self.value = value
        self.kids = list(kids)

    def __repr__(self):
        return f"Node({self.value}, {self.kids})"


node = Node(1, Node(2))
node.kids[0].kids.append(node)
print(node)
node.kids.append(node.kids)
print(node.kids)


class Holder:
    def __repr__(self):
        return repr(self.held)


for make in (lambda h: [h], lambda h: (h,), lambda h: {"k": h}, lambda h: {h}, lambda h: frozenset([h]),
             lambda h: deque([h, 1]), lambda h: OrderedDict(k=h), lambda h: defaultdict(int, k=h),
             lambda h: {"k": h}.values(), lambda h: {"k": h}.items(), lambda h: SimpleNamespace(x=h),
             lambda h: partial(print, h)):
    holder = Holder()
    holder.held = make(holder)
    print(holder)

chain = ChainMap({})
chain["a"] = chain
users = UserList([1])
users.append(users)
space = SimpleNamespace()
space.inside = [space]
print(chain, users, space)


class Items(list):
    def __repr__(self):
        return "Items" + super().__repr__()


items = Items([1])
items.append(items)
items.append(Holder())
items[2].held = [items]
print(items)


@dataclass
class Person:
    name: str
    friends: list = field(default_factory=list)


anna = Person("Anna")
anna.friends.append(Person("Boris", [anna]))
print(anna)


class Bag:
    def __init__(self):
        self.me = self

    def __repr__(self):
        return "Bag(" + repr(self.__dict__) + ")"


print(Bag())


class Ring:
    @reprlib.recursive_repr(fillvalue="<again>")
    def __repr__(self):
        return f"Ring({self.next!r})"


ring = Ring()
ring.next = [ring]
print(ring, Ring.__repr__.__name__)
print(reprlib.repr(list(range(9))), reprlib.repr("x" * 50), reprlib.repr({i: [[i]] for i in range(6)}),
      reprlib.repr((1,)), reprlib.repr({3, 1}), reprlib.repr(10 ** 50), reprlib.repr(Holder))


class Endless:
    def __repr__(self):
        return repr(self)


try:
    repr(Endless())
except RecursionError as error:
    print(error)

# stdout:
#| Node(1, [Node(2, [Node(1, [...])])])
#| [Node(2, [Node(1, [...])]), [...]]
#| [[...]]
#| ((...),)
#| {'k': {...}}
#| {set(...)}
#| frozenset({frozenset(...)})
#| deque([[...], 1])
#| OrderedDict({'k': ...})
#| defaultdict(<class 'int'>, {'k': defaultdict(<class 'int'>, {...})})
#| dict_values([...])
#| dict_items([('k', ...)])
#| namespace(x=namespace(...))
#| functools.partial(<built-in function print>, ...)
#| ChainMap({'a': ...}) [1, [...]] namespace(inside=[namespace(...)])
#| Items[1, Items[...], [Items[...]]]
#| Person(name='Anna', friends=[Person(name='Boris', friends=[...])])
#| Bag({'me': Bag({...})})
#| Ring([<again>]) __repr__
#| [0, 1, 2, 3, 4, 5, ...] 'xxxxxxxxxxxx...xxxxxxxxxxxxx' {0: [[0]], 1: [[1]], 2: [[2]], 3: [[3]], ...} (1,) {1, 3} 100000000000000000...0000000000000000000 <class '__main__.Holder'>
#| maximum recursion depth exceeded
