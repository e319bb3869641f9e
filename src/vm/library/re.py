# re: regular expressions.
import enum as _enum

import _re


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        names = [name for name, bit in _flag_names if self & bit]
        return "|".join(["re." + name for name in names]) if names else "re.NOFLAG"

    __str__ = __repr__


_flag_names = (("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32),
               ("VERBOSE", 64), ("DEBUG", 128), ("ASCII", 256))
NOFLAG = RegexFlag.NOFLAG
ASCII = A = RegexFlag.ASCII
IGNORECASE = I = RegexFlag.IGNORECASE
LOCALE = L = RegexFlag.LOCALE
UNICODE = U = RegexFlag.UNICODE
MULTILINE = M = RegexFlag.MULTILINE
DOTALL = S = RegexFlag.DOTALL
VERBOSE = X = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG


class PatternError(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = "%s at position %d" % (msg, pos)
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError
_cache = {}


class Pattern:
    __module__ = "re"

    def __init__(self, pattern, flags):
        info = _re.info(pattern, flags)
        if len(info) == 2:
            raise PatternError(info[0], pattern, info[1])
        self.pattern = pattern
        self._flags = flags
        self.groups = info[0]
        self.flags = info[1] | (0 if info[1] & 256 else 32)
        self.groupindex = dict(info[2])

    def __repr__(self):
        flags = RegexFlag(self.flags & ~32)
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        return "re.compile(%s%s)" % (shown, ", " + repr(flags) if flags else "")

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __reduce__(self):
        return compile, (self.pattern, self._flags)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _find(self, string, pos, endpos, kind, limit=0):
        if not isinstance(string, str):
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
            raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        if endpos is None:
            endpos = len(string)
        found = _re.find(self.pattern, self._flags, string, pos, endpos, kind, limit)
        return [Match(self, string, pos, endpos, spans, last) for spans, last in found]

    def _one(self, string, pos, endpos, kind):
        found = self._find(string, pos, endpos, kind)
        return found[0] if found else None

    def search(self, string, pos=0, endpos=None):
        return self._one(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=None):
        return self._one(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._one(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=None):
        return iter(self._find(string, pos, endpos, 3))

    def findall(self, string, pos=0, endpos=None):
        found = self._find(string, pos, endpos, 3)
        if self.groups == 0:
            return [match.group() for match in found]
        if self.groups == 1:
            return [match.groups("")[0] for match in found]
        return [match.groups("") for match in found]

    def split(self, string, maxsplit=0):
        parts = []
        at = 0
        if maxsplit >= 0:
            for match in self._find(string, 0, None, 3, maxsplit):
                parts.append(string[at:match.start()])
                parts.extend(match.groups())
                at = match.end()
        parts.append(string[at:])
        return parts

    def subn(self, repl, string, count=0):
        template = None if callable(repl) else _template(self, repl)
        found = self._find(string, 0, None, 3, count)
        parts = []
        at = 0
        for match in found:
            parts.append(string[at:match.start()])
            parts.append(repl(match) if template is None else _expand(template, match))
            at = match.end()
        parts.append(string[at:])
        return "".join(parts), len(found)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]


class Match:
    __module__ = "re"

    def __init__(self, pattern, string, pos, endpos, spans, last):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans
        self.lastindex = last
        self.lastgroup = None
        for name, number in pattern.groupindex.items():
            if number == last:
                self.lastgroup = name

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        if not isinstance(group, int) or not 0 <= group < len(self._spans):
            raise IndexError("no such group")
        return group

    def _text(self, number, default=None):
        start, end = self._spans[number]
        return default if start < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        found = [self._text(self._number(group)) for group in groups]
        return found[0] if len(found) == 1 else tuple(found)

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, len(self._spans))])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0):
        return self._spans[self._number(group)][0]

    def end(self, group=0):
        return self._spans[self._number(group)][1]

    def span(self, group=0):
        return self._spans[self._number(group)]

    @property
    def regs(self):
        return self._spans

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _template(pattern, template):
    if not isinstance(template, str):
        raise TypeError("decoding to str: need a bytes-like object, %s found" % type(template).__name__)
    parts = []
    at = 0
    while True:
        slash = template.find("\\", at)
        if slash < 0:
            parts.append(template[at:])
            return parts
        parts.append(template[at:slash])
        char = template[slash + 1:slash + 2]
        at = slash + 2
        if char == "g":
            if template[at:at + 1] != "<":
                raise PatternError("missing <", template, at)
            end = template.find(">", at)
            if end < 0:
                raise PatternError("missing >, unterminated name", template, at + 1)
            name = template[at + 1:end]
            if not name:
                raise PatternError("missing group name", template, at + 1)
            if name.isdigit():
                number = int(name)
                if number > pattern.groups:
                    raise PatternError("invalid group reference %d" % number, template, at + 1)
            elif not name.isidentifier():
                raise PatternError("bad character in group name %r" % name, template, at + 1)
            elif name not in pattern.groupindex:
                raise IndexError("unknown group name %r" % name)
            else:
                number = pattern.groupindex[name]
            parts.append(number)
            at = end + 1
        elif char == "0":
            digits = char
            while len(digits) < 3 and template[at:at + 1] in ("0", "1", "2", "3", "4", "5", "6", "7"):
                digits += template[at]
                at += 1
            parts.append(chr(int(digits, 8) & 255))
        elif char.isdigit():
            digits = char
            if template[at:at + 1].isdigit():
                digits += template[at]
                at += 1
            if int(digits) > pattern.groups:
                raise PatternError("invalid group reference %s" % digits, template, slash + 1)
            parts.append(int(digits))
        elif char in _escapes:
            parts.append(_escapes[char])
        elif char == "":
            raise PatternError("bad escape (end of pattern)", template, slash)
        elif char.isascii() and char.isalpha():
            raise PatternError("bad escape \\" + char, template, slash)
        else:
            parts.append("\\" + char)


_escapes = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "b": "\b", "\\": "\\"}


def _expand(template, match):
    return "".join([match._text(part, "") if isinstance(part, int) else part for part in template])


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if isinstance(pattern, (bytes, bytearray)):
        _unsupported("regular expressions of bytes are not supported: decode the text first")
    if not isinstance(pattern, str):
        raise TypeError("first argument must be string or compiled pattern")
    key = pattern, int(flags)
    if key not in _cache:
        _cache[key] = Pattern(pattern, int(flags))
    return _cache[key]


def _unsupported(sentence):
    import _lockstep
    _lockstep.unsupported(sentence)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


_unset = object()


def split(pattern, string, *args, maxsplit=_unset, flags=_unset):
    maxsplit, flags = _named("split", 2, "maxsplit", args, maxsplit, flags)
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, *args, count=_unset, flags=_unset):
    count, flags = _named("sub", 3, "count", args, count, flags)
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_unset, flags=_unset):
    count, flags = _named("subn", 3, "count", args, count, flags)
    return compile(pattern, flags).subn(repl, string, count)


def _named(function, before, name, args, limit, flags):
    for given, value in ((name, limit), ("flags", flags))[:len(args)]:
        if value is not _unset:
            raise TypeError(f"{function}() got multiple values for argument '{given}'")
    if len(args) > 2:
        raise TypeError(f"{function}() takes from {before} to {before + 2} positional arguments "
                        f"but {before + len(args)} were given")
    if args:
        import warnings
        warnings._deprecated(f"'{name}' is passed as positional argument")
        limit, flags = (*args, flags)[:2]
    return 0 if limit is _unset else limit, 0 if flags is _unset else flags


_special = set("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def escape(pattern):
    return "".join(["\\" + char if char in _special else char for char in pattern])


def purge():
    _cache.clear()
