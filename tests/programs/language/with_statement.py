# with: several managers, the exit on exceptions, swallowing, and the order of exits.
class Step:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow

with Step("a") as a, Step("b") as b:
    print(a, b)
with Step("outer", swallow=True):
    with Step("inner"):
        raise ValueError("inside")
print("went on")

def leave():
    with Step("r"):
        return "returned"

print(leave())
for _ in range(2):
    with Step("loop"):
        continue
with (Step("x"), Step("y") as y):
    pass
try:
    with 5:
        pass
except TypeError as error:
    print(error)

# stdout:
#| enter a
#| enter b
#| A B
#| exit b None None
#| exit a None None
#| enter outer
#| enter inner
#| exit inner ValueError inside
#| exit outer ValueError inside
#| went on
#| enter r
#| exit r None None
#| returned
#| enter loop
#| exit loop None None
#| enter loop
#| exit loop None None
#| enter x
#| enter y
#| exit y None None
#| exit x None None
#| 'int' object does not support the context manager protocol
