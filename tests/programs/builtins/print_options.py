# print: sep, end, file, flush, several values, none at all, and bad arguments.
import sys

print(1, "two", [3], None)
print("a", "b", sep="-", end="!\n")
print(*range(4), sep=", ")
print()
print("no newline", end="")
print("", "x", sep="|")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
sys.stdout.write("written\n")
print(sys.stdout.write("ab\n"))
sys.stdout.flush()
try:
    print("x", sep=1)
except TypeError as error:
    print(error)
try:
    print("x", colour="red")
except TypeError as error:
    print(error)

class Odd:
    def __str__(self):
        return "str of Odd"
    def __repr__(self):
        return "repr of Odd"

print(Odd(), [Odd()], f"{Odd()} {Odd()!r}", (Odd(),))

# stdout:
#| 1 two [3] None
#| a-b!
#| 0, 1, 2, 3
#|
#| no newline|x
#| flushed
#| written
#| ab
#| 3
#| sep must be None or a string, not int
#| print() got an unexpected keyword argument 'colour'
#| str of Odd [repr of Odd] str of Odd repr of Odd (repr of Odd,)
# stderr:
#| to stderr
