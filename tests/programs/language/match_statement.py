# match: literals, captures, sequences, mappings, classes, guards, alternatives.
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int

def describe(value):
    match value:
        case 0 | 1:
            return "bit"
        case True:
            return "never reached"
        case int(n) if n < 0:
            return f"negative {n}"
        case str() as text:
            return f"text {text!r}"
        case []:
            return "empty"
        case [only]:
            return f"one: {only}"
        case [first, *rest]:
            return f"{first} then {rest}"
        case {"kind": "job", "id": number, **others}:
            return f"job {number} {others}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case None:
            return "nothing"
        case _:
            return "other"

cases = [0, True, -7, "hi", [], [1], (1, 2, 3), {"kind": "job", "id": 4, "late": False}, Point(0, 0), Point(2, 2), Point(1, 2), None, 3.5]
for case in cases:
    print(case, "->", describe(case))

# stdout:
#| 0 -> bit
#| True -> bit
#| -7 -> negative -7
#| hi -> text 'hi'
#| [] -> empty
#| [1] -> one: 1
#| (1, 2, 3) -> 1 then [2, 3]
#| {'kind': 'job', 'id': 4, 'late': False} -> job 4 {'late': False}
#| Point(x=0, y=0) -> origin
#| Point(x=2, y=2) -> diagonal 2
#| Point(x=1, y=2) -> somewhere
#| None -> nothing
#| 3.5 -> other
