# string.Template with other delimiters and patterns, and subclasses of string.Formatter.
import string
from collections import defaultdict
from string import Template


class Percent(Template):
    delimiter = "%"


class Words(Template):
    idpattern = "[a-z]+_[a-z]+"


class Curly(Template):
    pattern = r"\{\{(?:(?P<escaped>\{\{)|(?P<named>[a-z]+)\}\}|(?P<braced>[a-z]+)\}\}|(?P<invalid>))"


class Numbers(Template):
    braceidpattern = "[0-9]+"


print(Percent("%a %% %{b}c $x").substitute(a=1, b=2))
print(Words("$with_x $notx").safe_substitute(with_x=1, notx=2))
print(Curly("{{a}} and {{b}}").substitute(a=1, b=2), Numbers("$a ${1}").substitute({"a": "x", "1": "y"}))
print(Template("$a ${b} $$ $A").get_identifiers(), Template("$a").is_valid(), Template("$ x").is_valid())
print(Template("$a $b $ ${c").safe_substitute(a=1), Template("$a$a").substitute(defaultdict(lambda: "d")))
print(Template("$a $self").substitute({"a": 1}, a=2, self=3))
for text in ("x $ y", "x\n  $!", "$a"):
    try:
        Template(text).substitute()
    except (ValueError, KeyError) as error:
        print(repr(error))


class Defaults(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return str(value).upper() if spec == "up" else super().format_field(value, spec)

    def convert_field(self, value, conversion):
        return "?" if conversion == "x" else super().convert_field(value, conversion)

    def check_unused_args(self, used, args, kwargs):
        print(sorted(used, key=str), args, kwargs)


print(Defaults().format("{a} {b} {0:up} {0!x} {0[1]} {c.real:>{w}}|", "xy", a=2, c=3, w=5))
plain = string.Formatter()
print(list(plain.parse("a{b!r:c}d{{e}}")), plain.get_field("0.real", (5,), {}), plain.vformat("{}{x!r}", (1,), {"x": "y"}))
for call in (lambda: plain.format("{} {0}", 1), lambda: plain.format("{0} {}", 1), lambda: plain.format("{}"),
             lambda: plain.format("{a}"), lambda: plain.format("{!q}", 1), lambda: plain.format("{"),
             lambda: plain.format("}")):
    try:
        print(call())
    except Exception as error:
        print(repr(error))

# stdout:
#| 1 % 2c $x
#| 1 $notx
#| 1 and 2 x y
#| ['a', 'b', 'A'] True False
#| 1 $b $ ${c dd
#| 2 3
#| ValueError('Invalid placeholder in string: line 1, col 3')
#| ValueError('Invalid placeholder in string: line 2, col 3')
#| KeyError('a')
#| [0, 'a', 'b', 'c', 'w'] ('xy',) {'a': 2, 'c': 3, 'w': 5}
#| 2 <b> XY ? y     3|
#| [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('e}', None, None, None)] (5, 0) 1'y'
#| ValueError('cannot switch from manual field specification to automatic field numbering')
#| ValueError('cannot switch from manual field specification to automatic field numbering')
#| IndexError('tuple index out of range')
#| KeyError('a')
#| ValueError('Unknown conversion specifier q')
#| ValueError("Single '{' encountered in format string")
#| ValueError("Single '}' encountered in format string")
