# An exception that leaves a loop closes the generator that the loop made: before it is caught.
from contextlib import contextmanager
def gen(name="g"):
    try:
        yield 1
        yield 2
    finally:
        print("closing", name)
try:
    for x in gen():
        raise ValueError(x)
except ValueError:
    print("caught")

def inner():
    for a in gen("a"):
        for b in gen("b"):
            raise KeyError(a, b)
try:
    inner()
except KeyError as e:
    print("caught", e, e.__context__)

@contextmanager
def cm():
    print("enter")
    try:
        yield
    finally:
        print("leave")
def rows():
    with cm():
        yield from range(3)
try:
    with cm():
        for r in rows():
            with cm():
                1 / r
except ZeroDivisionError as e:
    print("div", e)
def through():
    for x in gen("through"):
        yield x
for t in through():
    break
try:
    for t in through():
        raise OSError("x")
except OSError:
    print("os")
print(any(gen("any")))
def bad():
    try:
        yield 1
    finally:
        1/0
for x in bad():
    break
def final():
    for x in gen("final"):
        try:
            raise RuntimeError("end")
        finally:
            print("inner finally")
final()

# stdout:
#| closing g
#| caught
#| closing b
#| closing a
#| caught (1, 1) None
#| enter
#| enter
#| enter
#| leave
#| leave
#| leave
#| div division by zero
#| closing through
#| closing through
#| os
#| closing any
#| True
#| inner finally
#| closing final
# stderr:
#| Exception ignored in: <generator object bad at 0xADDRESS>
#| Traceback (most recent call last):
#|   File "left_by_exception.py", line 56, in bad
#|     1/0
#| ZeroDivisionError: division by zero
#| Traceback (most recent call last):
#|   File "left_by_exception.py", line 65, in <module>
#|     final()
#|     ~~~~~^^
#|   File "left_by_exception.py", line 62, in final
#|     raise RuntimeError("end")
#| RuntimeError: end
# exit: 1
