# Methods and attributes of built-in types that are seldom used.
import enum
import functools
import io
import itertools
import operator
import pickle


class Op(enum.Enum):
    ADD = operator.add
    SUB = operator.sub

    def __call__(self, *args):
        return self.value(*args)


print(list(Op), Op.ADD(1, 2), Op["SUB"])


class Mixed(enum.Enum):
    SQUARE = functools.partial(pow, 2)
    LONGEST = max
    ONE = 1


print(list(Mixed))

print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"), b"hello".translate(None, delete=b"h"))
print(bytearray(b"abc").translate(bytes.maketrans(b"a", b"A")), b"a\tb".expandtabs(4), b"ab\tc\n\td".expandtabs())
for data in (b"Ab Cd", b"ab", b"AB", b"", b"A1B", b"A b"):
    print(data, data.istitle(), end=" ")
print()
for wrong in (lambda: bytes.maketrans(b"a", b"bc"), lambda: b"a".translate(b"a")):
    try:
        wrong()
    except ValueError as e:
        print(e)

f = io.BytesIO()
for value in (1, [2, 3], "four"):
    pickle.dump(value, f)
f.seek(0)
print(pickle.load(f), pickle.load(f), pickle.load(f))
try:
    pickle.load(f)
except EOFError as e:
    print(e)


def counting():
    yield 1


g = counting()
print(g.gi_suspended, next(g), g.gi_suspended, next(g, None), g.gi_suspended)

e = SyntaxError("wrong", ("file.py", 3, 5, "x y", 3, 6))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, SyntaxError("only").lineno)
d = {"a": 1, "b": 2}
print(d.keys().isdisjoint("xyz"), d.keys().isdisjoint("ya"), d.items().isdisjoint([("a", 1)]), d.values().mapping)
try:
    d.keys().mapping["c"] = 3
except TypeError as e:
    print(e)


class N(str):
    __lt__ = lambda self, other: len(self) < len(other)


print(max([N("ccc"), N("d")]), min([N("ccc"), N("d")]), N("z") > N("aa"), N("z") < N("aa"))


class A(int):
    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"


print([0] * A(2), "ab" * A(2), "s" + A(1), [1] + A(1), (1,) + A(3))


class P:
    def __rmod__(self, other):
        return "rmod"

    def __str__(self):
        return "P"


print("%s" % P(), 5 % P())


class Same:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return super().__ne__(other)


print(Same() != 5, Same() == 5, object() != 5)


def zipped():
    return zip([1], [2], strit=True)


def product():
    return itertools.product("a", repeat=-1)


for wrong in (zipped, product, lambda: "a".split(sepp=","), lambda: "a".encode(encodin="utf-8")):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(e)

# stdout:
#| [<Op.ADD: <built-in function add>>, <Op.SUB: <built-in function sub>>] 3 Op.SUB
#| [<Mixed.LONGEST: <built-in function max>>, <Mixed.ONE: 1>]
#| b'hippo' b'heo' b'ello'
#| bytearray(b'Abc') b'a   b' b'ab      c\n        d'
#| b'Ab Cd' True b'ab' False b'AB' False b'' False b'A1B' True b'A b' False 
#| maketrans arguments must have same length
#| translation table must be 256 characters long
#| 1 [2, 3] four
#| Ran out of input
#| False 1 True None False
#| wrong file.py 3 5 x y 3 6 None
#| True False False {'a': 1, 'b': 2}
#| 'mappingproxy' object does not support item assignment
#| d d True True
#| rmul rmul radd radd radd
#| P rmod
#| False True True
#| zip() got an unexpected keyword argument 'strit'. Did you mean 'strict'?
#| repeat argument cannot be negative
#| split() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
#| encode() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
