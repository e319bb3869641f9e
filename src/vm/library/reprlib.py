# reprlib: reprs of bounded size, and reprs that stop where they meet themselves.

import _lockstep

_repr = repr


def recursive_repr(fillvalue="..."):
    def decorate(user_function):
        def wrapper(self):
            return fillvalue if _lockstep.again() else user_function(self)
        for name in ("__module__", "__doc__", "__name__", "__qualname__"):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__wrapped__ = user_function
        return wrapper
    return decorate


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        if indent is not None:
            _lockstep.unsupported("reprlib.Repr(indent=...) is not supported: use pprint")
        self.maxlevel = maxlevel
        self.maxtuple = maxtuple
        self.maxlist = maxlist
        self.maxarray = maxarray
        self.maxdict = maxdict
        self.maxset = maxset
        self.maxfrozenset = maxfrozenset
        self.maxdeque = maxdeque
        self.maxstring = maxstring
        self.maxlong = maxlong
        self.maxother = maxother
        self.fillvalue = fillvalue
        self.indent = indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__.replace(" ", "_")
        return getattr(self, "repr_" + name, self.repr_instance)(x, level)

    def _items(self, x, level, left, right, most, trail=""):
        parts = [self.fillvalue]
        if level > 0 or not x:
            parts = [self.repr1(item, level - 1) for item in list(x)[:most]]
            if len(x) > most:
                parts.append(self.fillvalue)
            elif len(x) == 1:
                right = trail + right
        return left + ", ".join(parts) + right

    def _cut(self, text, most, x=None):
        if len(text) <= most:
            return text
        i = max(0, (most - 3) // 2)
        j = max(0, most - 3 - i)
        if x is not None:
            text = _repr(x[:i] + x[len(x) - j:])
        return text[:i] + self.fillvalue + text[len(text) - j:]

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        head = "array('" + x.typecode + "'"
        return self._items(x, level, head + ", [", "])", self.maxarray) if x else head + ")"

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        parts = [self.fillvalue]
        if level > 0 or not x:
            parts = [self.repr1(key, level - 1) + ": " + self.repr1(x[key], level - 1)
                     for key in _in_order(x)[:self.maxdict]]
            if len(x) > self.maxdict:
                parts.append(self.fillvalue)
        return "{" + ", ".join(parts) + "}"

    def repr_str(self, x, level):
        return self._cut(_repr(x[:self.maxstring]), self.maxstring, x)

    def repr_int(self, x, level):
        return self._cut(_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _repr(x)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
