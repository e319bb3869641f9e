"""Where the model `cpython` switches is where CPython does.

    switch_points.py --lockstep PATH [PYTHON ...]

Each form below stands in the body of a thread, between a look at a counter and the counter's change, or is itself the
look. If threads can be switched in between, updates are lost. Asked are the explorer, with two threads that do it once,
and every PYTHON, with three threads that do it many times at a switch interval of a microsecond. The explorer has to say
what stands here; what keeps the counter here has to keep it on CPython. Exit code 1 if anything is otherwise.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from on_cpython import version

SETUP = """\
import collections, contextlib, dataclasses, enum, functools, itertools, operator, queue, threading
from array import array
from collections import Counter, OrderedDict, defaultdict, deque

counter = 0


def get(*_, **__):
    return counter


def nothing(*_):
    pass


class Plain:
    pass


class Sub(Plain):
    pass


class Made:
    def __init__(self):
        self.value = counter


class New:
    def __new__(cls):
        return counter


class Meta(type):
    def __call__(cls):
        return counter


class OfMeta(metaclass=Meta):
    pass


class All:
    items = (1,)

    def __call__(self):
        return counter

    @property
    def attribute(self):
        return counter

    def method(self):
        return counter

    @classmethod
    def of_class(cls):
        return counter

    @staticmethod
    def static():
        return counter

    def __add__(self, other):
        return counter

    def __getitem__(self, key):
        return counter

    def __getattr__(self, name):
        return counter

    def __int__(self):
        return counter

    def __index__(self):
        return counter

    def __neg__(self):
        return counter


@dataclasses.dataclass
class Point:
    x: int = 1


class Colour(enum.Enum):
    RED = 1


Pair = collections.namedtuple("Pair", "a b")
pair = Pair(1, 2)
point = Point()
thing = All()
plain = Plain()
part = functools.partial(get)
of_items = operator.itemgetter(0)
numbers, table, some = [1, 2], {1: 1}, {1, 2}
d, ordered, default, counted, ints = deque([1, 2]), OrderedDict({1: 1}), defaultdict(nothing, {1: 1}), Counter({1: 1}), array("i", [1])
q, own, event, lock = queue.Queue(), threading.local(), threading.Event(), threading.Lock()
own.x = 1
"""

# Between `y = counter` and `counter = y + 1`.
BETWEEN = r"""keeps  pass
keeps  numbers[0]
keeps  numbers[0] = 1
keeps  numbers[0:1]
keeps  numbers + numbers
keeps  x, z = numbers
keeps  x, *z = numbers
keeps  z = [*numbers]
keeps  z = {**table}
keeps  1 in numbers
keeps  table[1]
keeps  table[1] = 2
keeps  some | some
keeps  some <= some
keeps  z = f"{y} {numbers} {y:>3} {y!r}"
keeps  "%s" % y
keeps  y ** 2
keeps  y == 1 and y < 2
keeps  plain.x = 1
keeps  All.items
keeps  pair.a
keeps  point.x
keeps  Colour.RED
keeps  d[0]
keeps  d[0] = 1
keeps  1 in d
keeps  z = 1 if d else 2
keeps  x, z = d
keeps  z = [*d]
keeps  d == d
keeps  d + d
keeps  ordered[1]
keeps  ordered[1] = 2
keeps  default[1]
keeps  counted[1]
keeps  ints[0]
keeps  ints[0] = 1
keeps  own.x = 1\nown.x
keeps  len(numbers)
keeps  len(d)
keeps  isinstance(numbers, list)
keeps  type(numbers)
keeps  z = lambda: y
keeps  try:\n    numbers[9]\nexcept IndexError:\n    pass
keeps  try:\n    table.pop(9)\nexcept KeyError:\n    pass
keeps  try:\n    d.remove(9)\nexcept ValueError:\n    pass
keeps  try:\n    int("x")\nexcept ValueError:\n    pass
keeps  try:\n    raise KeyError\nexcept KeyError:\n    pass
keeps  assert y >= 0
keeps  import sys
keeps  from sys import argv
keeps  match numbers:\n    case [x, z]:\n        pass
keeps  match y:\n    case 5:\n        pass
keeps  match plain:\n    case Plain():\n        pass
keeps  z = 1\ndel z
loses  nothing()
loses  f = lambda: 1\nf()
loses  str(y)
loses  type("Q", (), {})
loses  len(*(numbers,))
loses  tuple(numbers)
loses  abs(y)
loses  abs(*(y,))
loses  bool(d)
loses  list(numbers)
loses  dict(table)
loses  int("1")
loses  Plain()
loses  table.get(1)
loses  numbers.index(1)
loses  numbers.copy()
loses  d.copy()
loses  d.count(1)
loses  d.__len__()
loses  ordered.get(1)
loses  default.get(1)
loses  "a".upper()
loses  min(y, 1)
loses  sum(numbers)
loses  sorted(numbers)
loses  any(numbers)
loses  getattr(plain, "z", 1)
loses  hasattr(plain, "z")
loses  setattr(plain, "z", 1)
loses  repr(y)
loses  hash(y)
loses  iter(numbers)
loses  range(2)
loses  zip(numbers)
loses  enumerate(numbers)
loses  reversed(numbers)
loses  map(nothing, numbers)
loses  itertools.chain(numbers)
loses  deque()
loses  functools.partial(nothing)
loses  of_items(numbers)
loses  operator.add(y, 1)
loses  object()
loses  super(Sub, Sub())
loses  for x in numbers:\n    pass
loses  [x for x in numbers]
loses  while True:\n    if y >= 0:\n        break\n    y = 0\nabs(y)
loses  q.qsize()
loses  event.is_set()
loses  lock.locked()
loses  point == point
loses  with lock:\n    pass
loses  with contextlib.nullcontext():\n    pass
loses  with contextlib.suppress(KeyError):\n    pass
loses  try:\n    next(iter(()))\nexcept StopIteration:\n    pass
"""

# In place of the look: `counter = (…) + 1`.
INSIDE = """\
keeps  counter
keeps  get()
keeps  get(a=1)
keeps  (lambda: counter)()
keeps  thing.method()
keeps  thing.of_class()
keeps  thing.static()
keeps  thing.attribute
keeps  thing.zzz
keeps  thing[0]
keeps  thing + 1
keeps  -thing
keeps  get() if thing.items else 0
loses  thing()
loses  part()
loses  New()
loses  OfMeta()
loses  Made().value
loses  int(thing)
loses  operator.index(thing)
loses  next(map(get, (1,)))
loses  next(get() for _ in (1,))
loses  list(map(get, (1,)))[0]
loses  functools.reduce(get, (1, 2))
loses  getattr(thing, "attribute")
loses  abs(get())
"""

# Until 3.12 calls with stars were through C; the model is of what came then.
OF_OLDER = """\
keeps  get(*())
keeps  get(**{})
"""

PROGRAM = """
ROUNDS, THREADS = {rounds}, {threads}


def work():
    global counter
    for _ in range(ROUNDS):
{body}


def run():
    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# Until a call is specialised there is a switch behind it.
work()
counter = 0
run()
print(ROUNDS * THREADS - counter)
"""


class Form:
    """Something that a thread does, and whether others get in between."""

    def __init__(self, line, between, since=11):
        verdict, self.text = line.split(None, 1)
        self.loses, self.since = verdict == "loses", since
        code = self.text.split(r"\n")
        lines = ["y = counter", *code, "counter = y + 1"] if between else [f"counter = ({self.text}) + 1"]
        indent = "        "
        self.body = "\n".join(indent + line for line in lines)

    def program(self, rounds, threads):
        return SETUP + PROGRAM.format(rounds=rounds, threads=threads, body=self.body)


def forms():
    for text, between, since in (BETWEEN, True, 11), (INSIDE, False, 11), (OF_OLDER, False, 12):
        for line in text.splitlines():
            yield Form(line, between, since)


def explored(form, lockstep, folder, number):
    """What the explorer says of a form that is not what stands here."""
    path = Path(folder) / f"form{number}.py"
    path.write_text(form.program(1, 2))
    answer = subprocess.run([lockstep, "explore", path, "--json"], capture_output=True, text=True)
    if not answer.stdout:
        return f"explorer: {form.text}: {answer.stderr}"
    found = json.loads(answer.stdout)
    ends = sorted((o["kind"], o["stdout"]) for o in found["outcomes"])
    expected = [("finished", "0\n")] + [("finished", "1\n")] * form.loses
    if ends != expected or not found["complete"]:
        return f"explorer: {form.text}: {ends}, complete: {found['complete']}; expected {expected}"
    return None


def measured(all_forms, python, rounds):
    """How many updates each form lost on a Python."""
    texts = json.dumps([form.program(rounds, 3) for form in all_forms])
    script = (
        "import io, json, sys, contextlib\n"
        "sys.setswitchinterval(1e-6)\n"
        "for text in json.load(sys.stdin):\n"
        "    out = io.StringIO()\n"
        "    with contextlib.redirect_stdout(out):\n"
        "        exec(compile(text, 'form', 'exec'), {'__name__': '__main__'})\n"
        "    print(out.getvalue().strip())\n"
    )
    done = subprocess.run([python, "-c", script], input=texts, stdout=subprocess.PIPE, text=True, check=True)
    return [int(line) for line in done.stdout.split()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lockstep", required=True)
    parser.add_argument("--rounds", type=int, default=3000)
    parser.add_argument("pythons", nargs="*", metavar="PYTHON")
    options = parser.parse_args()
    all_forms = list(forms())
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        said = pool.map(lambda pair: explored(pair[1], options.lockstep, folder, pair[0]), enumerate(all_forms))
        problems = [problem for problem in said if problem]
    print(f"Explorer: {len(all_forms)} forms.")
    for python in options.pythons:
        minor = version(python)
        there = [form for form in all_forms if form.since <= minor]
        lost = measured(there, python, options.rounds)
        losing = [form for form in there if form.loses]
        seen = [form for form, n in zip(there, lost) if n and form.loses]
        print(f"3.{minor}: {len(there)} forms, {len(seen)} of {len(losing)} were seen to lose updates.")
        problems += [f"3.{minor}: {f.text}: lost {n}" for f, n in zip(there, lost) if n and not f.loses]
    if problems:
        print("\n".join(problems), file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
