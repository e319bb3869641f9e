# Subclasses of numbers are asked how they are rounded, and from_bytes makes what it is called on; unions of both kinds.
import math
import typing


class Grid(float):
    def __floor__(self):
        return "down"

    def __ceil__(self):
        return "up"

    def __trunc__(self):
        return "cut"


class Plain(float):
    pass


class Byte(int):
    def __repr__(self):
        return "Byte(%d)" % self


print(math.floor(Grid(1.5)), math.ceil(Grid(1.5)), math.trunc(Grid(1.5)))
print(math.floor(Plain(1.5)), math.ceil(Plain(1.5)), math.trunc(Plain(-1.5)))
print(Byte.from_bytes(b"\x01\x00", "big"), bool.from_bytes(b"\x01"), int.from_bytes(b"\x02"))
print(int | str == typing.Union[int, str], typing.Union[str, int] == int | str, int | str == 5)

# stdout:
#| down up cut
#| 1 2 -1
#| Byte(256) True 2
#| True True False
