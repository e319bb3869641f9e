# string: constants, capwords, Template.

whitespace = " \t\n\r\x0b\x0c"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    pattern = None
    flags = 2

    def __init__(self, template):
        self.template = template

    def _found(self):
        import re
        pattern = self.pattern
        if pattern is None:
            mark = re.escape(self.delimiter)
            pattern = (f"{mark}(?:(?P<escaped>{mark})|(?P<named>{self.idpattern})|"
                       f"{{(?P<braced>{self.braceidpattern or self.idpattern})}}|(?P<invalid>))")
        return re.finditer(pattern, self.template, self.flags | re.VERBOSE)

    def _invalid(self, found):
        before = self.template[:found.start("invalid")]
        lines = before.splitlines(keepends=True) or [""]
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (
            len(lines), len(before) - len("".join(lines[:-1])) if before else 1))

    def _filled(self, mapping, values, safe):
        out = []
        at = 0
        for found in self._found():
            out.append(self.template[at:found.start()])
            at = found.end()
            name = found.group("named") or found.group("braced")
            if name is not None:
                try:
                    out.append(str(values[name] if name in values else mapping[name]))
                except KeyError:
                    if not safe:
                        raise
                    out.append(found.group())
            elif found.group("escaped") is not None:
                out.append(self.delimiter)
            elif safe:
                out.append(found.group())
            else:
                self._invalid(found)
        return "".join(out) + self.template[at:]

    def substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        for found in self._found():
            if found.group("invalid") is not None:
                return False
        return True

    def get_identifiers(self):
        names = {}
        for found in self._found():
            name = found.group("named") or found.group("braced")
            if name is not None:
                names[name] = None
        return list(names)


def _split_field(name):
    # The first part of a field's name, and (attribute?, name) of what is looked up in it.
    at = min([len(name)] + [i for i in (name.find("."), name.find("[")) if i >= 0])
    first, rest = name[:at], name[at:]
    parts = []
    while rest:
        if rest[0] == "[":
            part, _, rest = rest[1:].partition("]")
            parts.append((False, int(part) if part.isdigit() else part))
        else:
            end = min([len(rest)] + [i for i in (rest.find(".", 1), rest.find("[", 1)) if i >= 0])
            parts.append((True, rest[1:end]))
            rest = rest[end:]
    return int(first) if first.isdigit() else first, parts


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for text, name, spec, conversion in self.parse(format_string):
            if text:
                out.append(text)
            if name is None:
                continue
            first, _ = _split_field(name)
            if first == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(number) + name
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return "".join(out), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        for code, convert in (("s", str), ("r", repr), ("a", ascii)):
            if conversion == code:
                return convert(value)
        raise ValueError("Unknown conversion specifier " + str(conversion))

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for attribute, name in rest:
            value = getattr(value, name) if attribute else value[name]
        return value, first

    def parse(self, format_string):
        text = format_string
        literal = ""
        at = 0
        while at < len(text):
            c = text[at]
            at += 1
            if c not in "{}":
                literal += c
                continue
            if text[at:at + 1] == c:
                yield literal + c, None, None, None
                literal = ""
                at += 1
                continue
            if c == "}" or at == len(text):
                raise ValueError("Single '" + c + "' encountered in format string")
            depth = 1
            start = at
            while depth:
                if at == len(text):
                    raise ValueError("expected '}' before end of string")
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            name, colon, spec = text[start:at - 1].partition(":")
            name, mark, conversion = name.partition("!")
            yield literal, name, spec, conversion if mark else None
            literal = ""
        if literal:
            yield literal, None, None, None
