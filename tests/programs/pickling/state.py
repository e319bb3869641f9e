# What pickling keeps of an object: __dict__, slots, __getstate__, __setstate__, __reduce__, __getnewargs__.
import copy
import pickle


class Plain:
    def __init__(self, x):
        print("init")
        self.x = x


class WithoutLock:
    def __init__(self):
        self.items, self.lock = [1], "a lock"

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "a new lock"


class Reduced:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduced, (self.b, self.a)


class Tuple(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Slots:
    __slots__ = ("a", "b")


plain = pickle.loads(pickle.dumps(Plain(1)))
print(plain.x, type(plain) is Plain)
without = pickle.loads(pickle.dumps(WithoutLock()))
print(without.items, without.lock)
reduced = pickle.loads(pickle.dumps(Reduced(1, 2)))
print(reduced.a, reduced.b)
print(pickle.loads(pickle.dumps(Tuple(1, 2))))
slots = Slots()
slots.a = 5
print(pickle.loads(pickle.dumps(slots)).a, hasattr(pickle.loads(pickle.dumps(slots)), "b"))
shared = [1]
pair = pickle.loads(pickle.dumps((shared, shared)))
print(pair[0] is pair[1], pair[0] is shared)
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[0] is again)
print(copy.deepcopy(without).lock)

# stdout:
#| init
#| 1 True
#| [1] a new lock
#| 2 1
#| (1, 2)
#| 5 False
#| True False
#| True
#| a new lock
