# A context manager made from a generator is entered once; names of named tuples; the number of a broken pipe.
import collections
import multiprocessing
from contextlib import contextmanager


@contextmanager
def box():
    print("in")
    yield 1
    print("out")


used = box()
with used:
    pass
try:
    with used:
        pass
except AttributeError as error:
    print(error)


@box()
def work():
    print("work")


work()
work()
for name in ("1x", "class", "a b"):
    try:
        collections.namedtuple(name, "a")
    except ValueError as error:
        print(error)
reader, writer = multiprocessing.Pipe(duplex=False)
reader.close()
try:
    writer.send(1)
except OSError as error:
    print(type(error).__name__, error.errno, error.strerror, error.filename, error)

# stdout:
#| in
#| out
#| '_GeneratorContextManager' object has no attribute 'args'
#| in
#| work
#| out
#| in
#| work
#| out
#| Type names and field names must be valid identifiers: '1x'
#| Type names and field names cannot be a keyword: 'class'
#| Type names and field names must be valid identifiers: 'a b'
#| BrokenPipeError 32 Broken pipe None [Errno 32] Broken pipe
