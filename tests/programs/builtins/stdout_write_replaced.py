# `print` asks `sys.stdout` for its `write`, also for one that a program has put there.
import sys
from contextlib import contextmanager

original = sys.stdout.write


@contextmanager
def looking_glass():
    def reverse_write(text):
        return original(text[::-1])

    sys.stdout.write = reverse_write
    try:
        yield "JABBERWOCKY"
    finally:
        sys.stdout.write = original


with looking_glass() as what:
    print("Alice, Kitty and Snowdrop")
    print(what, 1, sep="-")
print(what)
print("Back to normal.")
del sys.stdout.write
print("and plain")

# stdout:
#| pordwonS dna yttiK ,ecilA
#| YKCOWREBBAJ-1
#| JABBERWOCKY
#| Back to normal.
#| and plain
