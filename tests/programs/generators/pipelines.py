# A pipeline of generators, contextmanager, and try/finally inside a generator.
from contextlib import contextmanager

def numbers(lines):
    for line in lines:
        yield int(line)

def odd(values):
    return (v for v in values if v % 2)

def running_sum(values):
    total = 0
    for v in values:
        total += v
        yield total

print(list(running_sum(odd(numbers(["1", "2", "3", "5"])))))

@contextmanager
def section(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("end", name)

with section("one") as title:
    print(title)
with section("two"):
    raise ValueError("oops")
try:
    with section("three"):
        raise KeyError("not swallowed")
except KeyError as error:
    print("outside", error)

def resource():
    try:
        yield 1
        yield 2
    finally:
        print("released")

for value in resource():
    print(value)
    break
print("after the loop")

# stdout:
#| [1, 4, 9]
#| begin one
#| ONE
#| end one
#| begin two
#| swallowed oops
#| end two
#| begin three
#| end three
#| outside 'not swallowed'
#| 1
#| released
#| after the loop
