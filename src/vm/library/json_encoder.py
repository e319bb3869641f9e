# json.encoder: values as text.

_short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _string(text, ascii_only):
    if text.isalnum() and text.isascii():
        return '"' + text + '"'
    parts = []
    for char in text:
        code = ord(char)
        if char in _short:
            parts.append(_short[char])
        elif code < 32 or (ascii_only and 127 <= code < 65536):
            parts.append("\\u%04x" % code)
        elif ascii_only and code >= 65536:
            code -= 65536
            parts.append("\\u%04x\\u%04x" % (0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff)))
        else:
            parts.append(char)
    return '"' + "".join(parts) + '"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts, 0, [])
        return parts

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == float("inf"):
            text = "Infinity"
        elif o == float("-inf"):
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _newline(self, depth):
        if self.indent is None:
            return ""
        step = self.indent if isinstance(self.indent, str) else " " * self.indent
        return "\n" + step * depth

    def _write(self, o, parts, depth, path):
        if isinstance(o, str):
            parts.append(_string(o, self.ensure_ascii))
        elif o is None:
            parts.append("null")
        elif o is True:
            parts.append("true")
        elif o is False:
            parts.append("false")
        elif isinstance(o, int):
            parts.append(int.__repr__(o))
        elif isinstance(o, float):
            parts.append(self._float(o))
        else:
            if self.check_circular:
                for other in path:
                    if other is o:
                        raise ValueError("Circular reference detected")
                path.append(o)
            if isinstance(o, (list, tuple)):
                self._write_list(o, parts, depth, path)
            elif isinstance(o, dict):
                self._write_dict(o, parts, depth, path)
            else:
                self._write(self.default(o), parts, depth, path)
            if self.check_circular:
                path.pop()

    def _write_list(self, items, parts, depth, path):
        if not items:
            parts.append("[]")
            return
        parts.append("[" + self._newline(depth + 1))
        between = self.item_separator + self._newline(depth + 1)
        first = True
        for item in items:
            if not first:
                parts.append(between)
            first = False
            self._write(item, parts, depth + 1, path)
        parts.append(self._newline(depth) + "]")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _write_dict(self, mapping, parts, depth, path):
        if not mapping:
            parts.append("{}")
            return
        parts.append("{" + self._newline(depth + 1))
        between = self.item_separator + self._newline(depth + 1)
        first = True
        for key, value in sorted(mapping.items()) if self.sort_keys else mapping.items():
            name = self._key(key)
            if name is None:
                continue
            if not first:
                parts.append(between)
            first = False
            parts.append(_string(name, self.ensure_ascii) + self.key_separator)
            self._write(value, parts, depth + 1, path)
        parts.append(self._newline(depth) + "}")
