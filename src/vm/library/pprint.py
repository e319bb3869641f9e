# pprint: one item a line where a line is too short. What is written is one piece, not many as in CPython.

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from dataclasses import fields, is_dataclass
from types import MappingProxyType, SimpleNamespace


class _Key:
    # Orders what cannot be compared by type.
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            mine = str(type(self.value)), id(self.value)
            return mine < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


def _pieces(line):
    # Words, each with the white space after it.
    out, start, white = [], 0, False
    for at, c in enumerate(line):
        if white and not c.isspace():
            out.append(line[start:at])
            start = at
        white = c.isspace()
    return out + [line[start:]]


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        out = []
        self._put(object, out.append, 0, 0, {}, 0)
        return "".join(out)

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def format(self, object, context, maxlevels, level):
        kind = type(object)
        special = getattr(kind, "__repr__", None)
        if self._underscore_numbers and issubclass(kind, int) and kind is not bool and special == int.__repr__:
            return f"{object:_d}", True, False
        if issubclass(kind, dict) and special == dict.__repr__:
            left, right, short = "{", "}", "{...}"
        elif issubclass(kind, list) and special == list.__repr__:
            left, right, short = "[", "]", "[...]"
        elif issubclass(kind, tuple) and special == tuple.__repr__:
            left, right = "(", ",)" if len(object) == 1 else ")"
            short = left + "..." + right
        else:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return left + right, True, False
        if maxlevels and level >= maxlevels:
            return short, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        parts, readable, recursive = [], True, False
        for part in self._pairs(object) if left == "{" else [(item,) for item in object]:
            texts = []
            for item in part:
                text, is_readable, is_recursive = self.format(item, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(": ".join(texts))
        del context[id(object)]
        return left + ", ".join(parts) + right, readable, recursive

    def _pairs(self, value):
        return sorted(value.items(), key=_pair_key) if self._sort_dicts else value.items()

    def _text(self, value, context, level):
        return self.format(value, context.copy(), self._depth, level)[0]

    def _put(self, value, out, indent, allowance, context, level):
        if id(value) in context:
            out(_recursion(value))
            return
        text = self._text(value, context, level)
        if len(text) > self._width - indent - allowance:
            how = self._how(value)
            if how is not None:
                context[id(value)] = 1
                how(self, value, out, indent, allowance, context, level + 1)
                del context[id(value)]
                return
        out(text)

    def _how(self, value):
        kind = type(value)
        special = kind.__repr__
        for base, how in _HOW:
            if issubclass(kind, base) and special == base.__repr__:
                return how
        if is_dataclass(kind) and getattr(special, "__module__", None) == "dataclasses":
            return PrettyPrinter._put_dataclass
        return None

    def _put_dict(self, value, out, indent, allowance, context, level):
        out("{")
        self._pad(out)
        self._put_pairs(self._pairs(value), out, indent, allowance + 1, context, level)
        out("}")

    def _put_ordered(self, value, out, indent, allowance, context, level):
        if not len(value):
            out(repr(value))
            return
        name = type(value).__name__
        out(name + "(")
        self._put(list(value.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out(")")

    def _put_list(self, value, out, indent, allowance, context, level):
        out("[")
        self._put_items(value, out, indent, allowance + 1, context, level)
        out("]")

    def _put_tuple(self, value, out, indent, allowance, context, level):
        end = ",)" if len(value) == 1 else ")"
        out("(")
        self._put_items(value, out, indent, allowance + len(end), context, level)
        out(end)

    def _put_set(self, value, out, indent, allowance, context, level):
        if not len(value):
            out(repr(value))
            return
        kind = type(value)
        start, end = ("{", "}") if kind is set else (kind.__name__ + "({", "})")
        out(start)
        items = sorted(value, key=_Key)
        self._put_items(items, out, indent + len(start) - 1, allowance + len(end), context, level)
        out(end)

    def _put_str(self, value, out, indent, allowance, context, level):
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        lines = value.splitlines(True)
        chunks = []
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            if len(repr(line)) <= width - (allowance if last else 0):
                chunks.append(repr(line))
                continue
            pieces, now = _pieces(line), ""
            for j, piece in enumerate(pieces):
                room = width - (allowance if last and j == len(pieces) - 1 else 0)
                if len(repr(now + piece)) <= room:
                    now += piece
                    continue
                if now:
                    chunks.append(repr(now))
                now = piece
            if now:
                chunks.append(repr(now))
        self._put_chunks(chunks, out, indent, level == 1 and len(chunks) > 1)

    def _put_bytes(self, value, out, indent, allowance, context, level):
        if len(value) <= 4:
            out(repr(value))
            return
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks, now = [], b""
        for at in range(0, len(value), 4):
            part = value[at:at + 4]
            if at == len(value) // 4 * 4:
                width -= allowance
            if len(repr(now + part)) <= width:
                now += part
                continue
            if now:
                chunks.append(repr(now))
            now = part
        if now:
            chunks.append(repr(now))
        self._put_chunks(chunks, out, indent, level == 1)

    def _put_chunks(self, chunks, out, indent, parens):
        text = ("\n" + " " * indent).join(chunks)
        out("(" + text + ")" if parens else text)

    def _put_bytearray(self, value, out, indent, allowance, context, level):
        out("bytearray(")
        self._put_bytes(bytes(value), out, indent + 10, allowance + 1, context, level + 1)
        out(")")

    def _put_proxy(self, value, out, indent, allowance, context, level):
        out("mappingproxy(")
        self._put(value.copy(), out, indent + 13, allowance + 1, context, level)
        out(")")

    def _put_namespace(self, value, out, indent, allowance, context, level):
        kind = type(value)
        name = "namespace" if kind is SimpleNamespace else kind.__name__
        self._put_fields(name, list(value.__dict__.items()), out, indent, allowance, context, level)

    def _put_dataclass(self, value, out, indent, allowance, context, level):
        items = [(f.name, getattr(value, f.name)) for f in fields(value) if f.repr]
        self._put_fields(type(value).__name__, items, out, indent, allowance, context, level)

    def _put_fields(self, name, items, out, indent, allowance, context, level):
        out(name + "(")
        indent += len(name) + 1
        for i, (key, item) in enumerate(items):
            last = i == len(items) - 1
            out(key + "=")
            if id(item) in context:
                out("...")
            else:
                self._put(item, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out(",\n" + " " * indent)
        out(")")

    def _put_defaultdict(self, value, out, indent, allowance, context, level):
        if not len(value):
            out(repr(value))
            return
        name = type(value).__name__
        indent += len(name) + 1
        out(name + "(" + self._text(value.default_factory, context, level) + ",\n" + " " * indent)
        self._put_dict(value, out, indent, allowance + 1, context, level)
        out(")")

    def _put_counter(self, value, out, indent, allowance, context, level):
        if not len(value):
            out(repr(value))
            return
        name = type(value).__name__
        out(name + "({")
        self._pad(out)
        self._put_pairs(value.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out("})")

    def _put_deque(self, value, out, indent, allowance, context, level):
        if not len(value):
            out(repr(value))
            return
        name = type(value).__name__
        out(name + "([")
        indent += len(name) + 1
        if value.maxlen is None:
            self._put_items(value, out, indent, allowance + 2, context, level)
            out("])")
        else:
            self._put_items(value, out, indent, 2, context, level)
            out("],\n" + " " * indent + "maxlen=" + self._text(value.maxlen, context, level) + ")")

    def _put_chain(self, value, out, indent, allowance, context, level):
        name = type(value).__name__
        out(name + "(")
        indent += len(name) + 1
        for i, part in enumerate(value.maps):
            last = i == len(value.maps) - 1
            self._put(part, out, indent, allowance + 1 if last else 1, context, level)
            out(")" if last else ",\n" + " " * indent)

    def _pad(self, out):
        if self._indent_per_level > 1:
            out((self._indent_per_level - 1) * " ")

    def _put_pairs(self, pairs, out, indent, allowance, context, level):
        indent += self._indent_per_level
        pairs = list(pairs)
        for i, (key, item) in enumerate(pairs):
            last = i == len(pairs) - 1
            text = self._text(key, context, level)
            out(text + ": ")
            self._put(item, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out(",\n" + " " * indent)

    def _put_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        self._pad(out)
        newline = ",\n" + " " * indent
        between = ""
        full = room = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= allowance
                room -= allowance
            if self._compact:
                text = self._text(item, context, level)
                wanted = len(text) + 2
                if room < wanted:
                    room = full
                    between = between and newline
                if room >= wanted:
                    room -= wanted
                    out(between + text)
                    between = ", "
                    continue
            out(between)
            between = newline
            self._put(item, out, indent, allowance if last else 1, context, level)


_HOW = [
    (OrderedDict, PrettyPrinter._put_ordered),
    (defaultdict, PrettyPrinter._put_defaultdict),
    (Counter, PrettyPrinter._put_counter),
    (dict, PrettyPrinter._put_dict),
    (list, PrettyPrinter._put_list),
    (tuple, PrettyPrinter._put_tuple),
    (set, PrettyPrinter._put_set),
    (frozenset, PrettyPrinter._put_set),
    (str, PrettyPrinter._put_str),
    (bytes, PrettyPrinter._put_bytes),
    (bytearray, PrettyPrinter._put_bytearray),
    (deque, PrettyPrinter._put_deque),
    (ChainMap, PrettyPrinter._put_chain),
    (MappingProxyType, PrettyPrinter._put_proxy),
    (SimpleNamespace, PrettyPrinter._put_namespace),
]


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
