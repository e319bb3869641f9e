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

    def __init__(self, template):
        self.template = template

    def _filled(self, values, safe):
        out = []
        text = self.template
        at = 0
        while True:
            found = text.find("$", at)
            if found < 0:
                out.append(text[at:])
                return "".join(out)
            out.append(text[at:found])
            at = found + 1
            if text[at:at + 1] == "$":
                out.append("$")
                at += 1
                continue
            braced = text[at:at + 1] == "{"
            start = end = at + 1 if braced else at
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            valid = name != "" and not name[0].isdigit() and (not braced or text[end:end + 1] == "}")
            stop = end + 1 if braced else end
            if not valid:
                if not safe:
                    lines = text[:found].split("\n")
                    raise ValueError("Invalid placeholder in string: line " + str(len(lines)) + ", col "
                                     + str(len(lines[-1]) + 1))
                out.append("$")
                continue
            if safe and name not in values:
                out.append(text[found:stop])
            else:
                out.append(str(values[name]))
            at = stop

    def substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
