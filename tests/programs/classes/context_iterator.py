# A class as context manager and iterator: __enter__, __exit__, __iter__, __next__, __getattr__.
class Countdown:
    def __init__(self, start):
        self.start = start
    def __enter__(self):
        print("opening")
        return self
    def __exit__(self, kind, value, trace):
        print("closing", kind)
    def __iter__(self):
        self.n = self.start
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
    def __getattr__(self, name):
        if name.startswith("half_"):
            return f"{name[5:]}/2"
        raise AttributeError(f"no {name} here")
    def __setattr__(self, name, value):
        if name == "locked":
            raise AttributeError("locked can't be set")
        super().__setattr__(name, value)

with Countdown(3) as c:
    print(list(c), [n * 10 for n in c], max(c))
    print(c.half_pint, hasattr(c, "zz"))
    try:
        c.locked = 1
    except AttributeError as error:
        print(error)

# stdout:
#| opening
#| [3, 2, 1] [30, 20, 10] 3
#| pint/2 False
#| locked can't be set
#| closing None
