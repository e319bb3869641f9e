# What subclasses of `str` and `list` say of themselves, and where nobody asks them.
class S(str):
    def __repr__(self):
        return "REPR"


class Numbers(list):
    def __iter__(self):
        return iter(["own", "items"])


class Pair(tuple):
    def __iter__(self):
        return iter((7, 8, 9))


def show(*args, **kwargs):
    print(len(args), args, kwargs)


s = S("12")
print(s, str(s), f"{s}", f"{s!r}", "%s %r" % (s, s), "{} {!r}".format(s, s), [s], str(ValueError(s)), repr(ValueError(s)))
print(type(str(s)).__name__, s + "3", int(s))
show(*Numbers([1, 2]))
show(*Pair((1, 2)))
show(*[*Numbers([1])], *Pair((0,)), **{"a": 1})
print(len(Numbers([1, 2, 3])), sum(Pair((1, 2))))

# stdout:
#| 12 12 12 REPR 12 REPR 12 REPR [REPR] 12 ValueError(REPR)
#| str 123 12
#| 2 ('own', 'items') {}
#| 3 (7, 8, 9) {}
#| 5 ('own', 'items', 7, 8, 9) {'a': 1}
#| 3 24
