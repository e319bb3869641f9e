# json.decoder: text to values.


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_constants = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_blank = " \t\n\r"


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return _string(s, at + 1, self.strict)
        if char == "{":
            return self._object(s, at + 1)
        if char == "[":
            return self._array(s, at + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, at):
                return value, at + len(word)
        for word in _constants:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(s, at)

    def _number(self, s, at):
        end = at + 1 if s[at:at + 1] == "-" else at
        start = end
        end = _digits(s, end)
        if end == start:
            raise JSONDecodeError("Expecting value", s, at)
        if s[start] == "0":
            end = start + 1
        whole = True
        if s[end:end + 1] == "." and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
            whole = False
        if s[end:end + 1] in ("e", "E"):
            mark = end + 2 if s[end + 1:end + 2] in ("+", "-") else end + 1
            if _digits(s, mark) > mark:
                end = _digits(s, mark)
                whole = False
        text = s[at:end]
        return (self.parse_int(text) if whole else self.parse_float(text)), end

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self._value(s, at)
            items.append(item)
            at = _skip(s, at)
            char = s[at:at + 1]
            if char == "]":
                return items, at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            return self._finish(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = _string(s, at + 1, self.strict)
            at = _skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            char = s[at:at + 1]
            if char == "}":
                return self._finish(pairs), at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        value = dict(pairs)
        return value if self.object_hook is None else self.object_hook(value)


def _skip(s, at):
    while s[at:at + 1] in (" ", "\t", "\n", "\r"):
        at += 1
    return at


def _digits(s, at):
    while "0" <= s[at:at + 1] <= "9":
        at += 1
    return at


def _string(s, at, strict):
    begin = at - 1
    parts = []
    while True:
        quote = s.find('"', at)
        if quote < 0:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        slash = s.find("\\", at, quote)
        end = quote if slash < 0 else slash
        piece = s[at:end]
        if strict:
            for position, char in enumerate(piece):
                if char < " ":
                    raise JSONDecodeError("Invalid control character at", s, at + position)
        parts.append(piece)
        if end == quote:
            return "".join(parts), end + 1
        char = s[end + 1:end + 2]
        if char == "":
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if char != "u":
            if char not in _escapes:
                raise JSONDecodeError("Invalid \\escape", s, end)
            parts.append(_escapes[char])
            at = end + 2
            continue
        code = _hex(s, end + 2)
        at = end + 6
        if 0xd800 <= code < 0xdc00 and s.startswith("\\u", at):
            low = _hex(s, at + 2)
            if 0xdc00 <= low < 0xe000:
                code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                at += 6
        parts.append(chr(code))


def _hex(s, at):
    digits = s[at:at + 4]
    if len(digits) == 4 and all([c in "0123456789abcdefABCDEF" for c in digits]):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)
