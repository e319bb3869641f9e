# contextlib: contextmanager, ExitStack, suppress, closing, nullcontext, redirect_stdout, ContextDecorator.
import contextlib
import io

class Door:
    def close(self):
        print("closed")

@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    finally:
        print(f"</{name}>")

with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "ab"]
    stack.callback(print, "callback")
    print(names)
with contextlib.closing(Door()):
    print("open")
with contextlib.nullcontext("nothing") as value:
    print(value)
with contextlib.suppress(ZeroDivisionError):
    1 / 0
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))

@tag("decorated")
def work():
    print("working")

work()
work()

@contextlib.contextmanager
def broken():
    if False:
        yield

try:
    with broken():
        pass
except RuntimeError as error:
    print(error)

# stdout:
#| <a>
#| <b>
#| ['a', 'b']
#| callback
#| </b>
#| </a>
#| open
#| closed
#| nothing
#| 'captured\n'
#| <decorated>
#| working
#| </decorated>
#| <decorated>
#| working
#| </decorated>
#| generator didn't yield
