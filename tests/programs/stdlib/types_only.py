# What is imported for the types alone is never imported; views of mappings.
import typing
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from pathlib import Path
if typing.TYPE_CHECKING:
    import subprocess


def read(path: "Path") -> "socket.socket":
    return path


print(read("a"))
view = MappingProxyType({"a": 1, "b": 2})
print(view, str(view), f"{view}", repr(view))
print(view | {"c": 3}, list(reversed(view)), view.copy())
text = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 500
print(len([text[i:i + 10] for i in range(0, len(text), 10)]), text[12345], text[-1:5:-999])
print(text.find("чаю", 9999), text.rfind("Съ", 100), text.index("й", 25000), text.find("й", len(text)), text.find("", 7))

# stdout:
#| a
#| {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'a': 1, 'b': 2} mappingproxy({'a': 1, 'b': 2})
#| {'a': 1, 'b': 2, 'c': 3} ['b', 'a'] {'a': 1, 'b': 2}
#| 2900 п  дзм еб ё. у ьп хщю,цхшыхиеакн
#| 10029 28942 25049 -1 7
