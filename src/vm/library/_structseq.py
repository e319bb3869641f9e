# Tuples whose items also have names, as CPython's C modules give them (time.struct_time, os.uname_result, …).


def make(name, fields, hidden=()):
    least = len(fields)
    most = least + len(hidden)

    def __new__(cls, sequence, dict=None, /):
        try:
            values = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if not least <= len(values) <= most:
            word = "a" if not hidden else "an at least" if len(values) < least else "an at most"
            limit = most if len(values) > least else least
            raise TypeError("%s() takes %s %d-sequence (%d-sequence given)" % (name, word, limit, len(values)))
        self = tuple.__new__(cls, values[:least])
        rest = {} if dict is None else dict
        for position, key in enumerate(hidden):
            at = least + position
            self.__dict__["_" + key] = values[at] if at < len(values) else rest.get(key)
        return self

    def __repr__(self):
        return name + "(" + ", ".join([key + "=" + repr(self[i]) for i, key in enumerate(fields)]) + ")"

    def __setattr__(self, key, value):
        raise AttributeError("readonly attribute" if key in fields or key in hidden else
                             "'%s' object has no attribute '%s'" % (name, key))

    def __reduce__(self):
        return type(self), (tuple(self), {key: self.__dict__["_" + key] for key in hidden})

    short = name[name.rfind(".") + 1:]
    namespace = {
        "__new__": __new__, "__repr__": __repr__, "__setattr__": __setattr__, "__reduce__": __reduce__, "__module__": name[:name.rfind(".")],
        "__match_args__": fields, "n_fields": most, "n_sequence_fields": least, "n_unnamed_fields": 0,
    }
    for position, key in enumerate(fields):
        namespace[key] = property(_item(position))
    for key in hidden:
        namespace[key] = property(_extra("_" + key))
    return type(short, (tuple,), namespace)


def _item(position):
    def get(self):
        return self[position]
    return get


def _extra(key):
    def get(self):
        return self.__dict__[key]
    return get
