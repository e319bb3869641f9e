//! The grammar of generated programs, as templates with holes. What stands for what: `{i}` an int, `{f}` a float,
//! `{s}` a text, `{y}` bytes, `{b}` a truth value, `{l}` a list, `{t}` a tuple, `{d}` a dict, `{e}` a set, `{c}` a
//! callable, `{o}` an object of a class of the program, `{q}` a queue, `{k}` a lock, `{p}` something pickled, `{a}`
//! anything; `{x}` a name to assign to; `{B}` a block of statements. Nothing here knows the machine.

/// Templates by the kind of expression. The first ones have no holes: they end the recursion.
pub const EXPRESSIONS: &[(char, usize, &[&str])] = &[
    (
        'i',
        12,
        &[
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "10",
            "255",
            "1000",
            "2**31",
            "2**63",
            "-2**64",
            "{i} + {i}",
            "{i} - {i}",
            "{i} * {i}",
            "{i} // {i}",
            "{i} % {i}",
            "-{i}",
            "~{i}",
            "{i} & {i}",
            "{i} | {i}",
            "{i} ^ {i}",
            "{i} << ({i} % 9)",
            "{i} >> 1",
            "{i} ** ({i} % 5)",
            "len({l})",
            "len({s})",
            "len({d})",
            "sum({l})",
            "max({i}, {i})",
            "min({l})",
            "abs({i})",
            "int({f})",
            "int({s})",
            "int({s}, {i})",
            "round({f})",
            "hash({a})",
            "ord({s})",
            "({i} if {b} else {i})",
            "{l}.index({a})",
            "{l}.count({a})",
            "{s}.find({s})",
            "{s}.count({s})",
            "{l}[{i}]",
            "{t}[{i}]",
            "{d}.get({a}, {i})",
            "{l}.pop()",
            "divmod({i}, {i})[0]",
            "(last := {i})",
            "{c}({i})",
            "pow({i}, {i}, {i})",
            "sum(n for n in range({i} % 50))",
            "next(iter({l}))",
            "{o}.n",
            "{o}.bump({i})",
            "functools.reduce(operator.add, {l}, 0)",
            "math.gcd({i}, {i})",
            "random.randint(0, {i})",
            "sys.getsizeof({a})",
            "{q}.qsize()",
            "threading.active_count()",
            "bool({a}) + 1",
            "int.from_bytes({y}, 'big')",
            "({i}).bit_length()",
            "id({a}) % 2",
            "shared.value",
            "cells[{i}]",
        ],
    ),
    (
        'f',
        7,
        &[
            "0.0",
            "0.5",
            "-1.25",
            "1e300",
            "float('inf')",
            "float('nan')",
            "1e-9",
            "{f} + {f}",
            "{f} * {i}",
            "{i} / {i}",
            "float({i})",
            "round({f}, {i} % 5)",
            "abs({f})",
            "{f} ** 2",
            "{f} // {f}",
            "{f} % {f}",
            "math.sqrt({f})",
            "math.floor({f}) + 0.5",
            "random.random()",
            "time.monotonic() * 0",
            "sum([{f}, {f}])",
            "max({f}, {f})",
            "float({s})",
            "divmod({f}, {f})[1]",
        ],
    ),
    (
        's',
        8,
        &[
            "''",
            "'a'",
            "'héllo wörld'",
            "'42'",
            "'x' * 30",
            "'tab\\tnew\\nline'",
            "'\\U0001F40D'",
            "'%d %s'",
            "{s} + {s}",
            "{s} * ({i} % 9)",
            "str({a})",
            "repr({a})",
            "f'{{{a}}}'",
            "f'{{{i}:>8}}|{{{f}:.3f}}'",
            "f'{{{a}!r:*^20}}'",
            "f'{{{i}:#x}} {{{i}:,}}'",
            "'%s-%r' % ({a}, {a})",
            "'%5d|%-8s|%.2e' % ({i}, {s}, {f})",
            "'{{}}/{{!r}}'.format({a}, {a})",
            "format({f}, {s})",
            "{s}.upper()",
            "{s}.title()",
            "{s}.strip({s})",
            "{s}.replace({s}, {s})",
            "{s}.join(map(str, {l}))",
            "{s}[{i}]",
            "{s}[{i}:{i}]",
            "{s}[::{i}]",
            "{s}.center({i} % 40, '*')",
            "{s}.zfill({i} % 40)",
            "chr({i} % 1114112)",
            "type({a}).__name__",
            "{s}.partition({s})[0]",
            "'-'.join(sorted({s}))",
            "{s}.translate({{97: 'z'}})",
            "{s}.encode().decode()",
            "threading.current_thread().name",
            "','.join(str(n) for n in {l})",
            "max({s}, {s})",
            "hex({i})",
            "bin({i})",
            "ascii({s})",
            "({s} or {s})",
            "{s}.expandtabs({i} % 9)",
            "str({y}, 'latin-1')",
            "{s}.lower().capitalize()",
            "{o}.describe()",
        ],
    ),
    (
        'y',
        4,
        &[
            "b''",
            "b'bytes'",
            "bytes(3)",
            "bytearray(b'ab')",
            "{s}.encode()",
            "bytes({l})",
            "{y} + {y}",
            "{y} * ({i} % 5)",
            "{y}[{i}:{i}]",
            "({i}).to_bytes(9, 'big')",
            "{y}.hex().encode()",
            "pickle.dumps({a})",
            "{y}.replace(b'a', b'bb')",
        ],
    ),
    (
        'b',
        2,
        &[
            "True",
            "False",
            "{i} < {i}",
            "{i} == {i}",
            "{s} == {s}",
            "{a} == {a}",
            "{a} is {a}",
            "{a} is not None",
            "not {a}",
            "{b} and {b}",
            "{b} or {b}",
            "{a} in {l}",
            "{s} in {s}",
            "{a} not in {d}",
            "isinstance({a}, int)",
            "isinstance({a}, (str, Thing))",
            "all({l})",
            "any({l})",
            "{s}.isdigit()",
            "{s}.startswith({s})",
            "callable({a})",
            "hasattr({a}, {s})",
            "{i} < {i} <= {i}",
            "{e} <= {e}",
            "{l} < {l}",
            "{q}.empty()",
            "{k}.locked()",
            "issubclass(type({a}), object)",
            "event.is_set()",
        ],
    ),
    (
        'l',
        4,
        &[
            "[]",
            "[1, 2, 3]",
            "[0] * 5",
            "['a', 'b']",
            "[{a}, {a}]",
            "[{i}, {i}, {i}]",
            "[{s}, {s}]",
            "list(range({i} % 20))",
            "list({s})",
            "{l} + {l}",
            "{l} * ({i} % 4)",
            "sorted({l})",
            "sorted({l}, key=str, reverse={b})",
            "{l}[{i}:{i}]",
            "{l}[::{i}]",
            "[n * 2 for n in {l}]",
            "[n for n in {l} if {b}]",
            "[(m, n) for m in {l} for n in {l}]",
            "list(map({c}, {l}))",
            "list(filter(None, {l}))",
            "list(zip({l}, {l}))",
            "list(enumerate({l}, {i}))",
            "list(reversed({l}))",
            "{s}.split({s})",
            "{s}.split()",
            "list({d})",
            "list({d}.values())",
            "list({d}.items())",
            "list({e})[:3]",
            "[*{l}, *{t}]",
            "list(itertools.islice(itertools.count({i}), 4))",
            "list(itertools.permutations({l}, 2))",
            "list(count_up({i} % 9))",
            "list(itertools.chain({l}, {s}))",
            "copy.deepcopy({l})",
            "pickle.loads(pickle.dumps({l}))",
            "{l}.copy()",
            "dir({a})[:2]",
            "list(collections.deque({l}, 3))",
            "heapq.nsmallest(2, {l})",
            "list(accumulate({l}))",
            "cells[:]",
        ],
    ),
    (
        't',
        3,
        &[
            "()",
            "(1, 'two', 3.0)",
            "(0,)",
            "({a}, {a})",
            "({i},)",
            "tuple({l})",
            "{t} + {t}",
            "{t}[{i}:]",
            "divmod({i}, {i})",
            "Point({i}, {i})",
            "tuple(sorted({d}, key=str))",
        ],
    ),
    (
        'd',
        3,
        &[
            "{{}}",
            "{{'a': 1, 'b': 2}}",
            "dict(x=1, y='z')",
            "{{{a}: {a}}}",
            "{{{s}: {i}, {s}: {i}}}",
            "{{n: n * n for n in range({i} % 9)}}",
            "dict(zip({s}, {l}))",
            "{d} | {d}",
            "{{**{d}, 'k': {a}}}",
            "dict.fromkeys({l}, {a})",
            "{d}.copy()",
            "collections.Counter({s})",
            "vars({o})",
            "dict(sorted({d}.items(), key=str))",
            "collections.defaultdict(int)",
            "collections.OrderedDict({d})",
            "{{k: v for k, v in {d}.items() if {b}}}",
        ],
    ),
    (
        'e',
        2,
        &[
            "set()",
            "{{1, 2, 3}}",
            "{{{a}, {a}}}",
            "set({l})",
            "set({s})",
            "{e} | {e}",
            "{e} & {e}",
            "{e} - {e}",
            "{e} ^ {e}",
            "frozenset({l})",
            "{{n % 3 for n in range({i} % 9)}}",
        ],
    ),
    (
        'c',
        6,
        &[
            "str",
            "abs",
            "len",
            "double",
            "Thing",
            "print",
            "lambda n: n",
            "lambda n, m=2: (n, m)",
            "lambda *args: args",
            "functools.partial(pow, {i})",
            "{o}.bump",
            "{o}",
            "{l}.append",
            "{s}.join",
            "type({a})",
            "functools.lru_cache(double)",
            "operator.itemgetter({i})",
            "operator.add",
            "recurse",
        ],
    ),
    (
        'o',
        2,
        &[
            "Thing()",
            "Child(2)",
            "Thing({i})",
            "Child({a})",
            "Thing({a}) + Thing({i})",
            "copy.copy({o})",
            "pickle.loads(pickle.dumps({o}))",
            "Point({a}, {a})",
            "Record({i}, {s})",
            "Colour.RED",
        ],
    ),
    (
        'q',
        2,
        &[
            "queue.Queue()",
            "inbox",
            "queue.Queue({i})",
            "queue.LifoQueue()",
            "queue.PriorityQueue()",
            "queue.SimpleQueue()",
            "collections.deque()",
        ],
    ),
    (
        'k',
        3,
        &[
            "lock",
            "threading.RLock()",
            "threading.Lock()",
            "threading.Semaphore({i})",
            "threading.Condition()",
            "shared.get_lock()",
        ],
    ),
    (
        'p',
        2,
        &[
            "None", "1", "{i}", "{s}", "{l}", "{t}", "{d}", "{f}", "{y}", "{o}", "double", "Thing",
        ],
    ),
    (
        'a',
        4,
        &[
            "None",
            "...",
            "NotImplemented",
            "True",
            "{i}",
            "{f}",
            "{s}",
            "{b}",
            "{l}",
            "{t}",
            "{d}",
            "{e}",
            "{y}",
            "{c}",
            "{o}",
            "{c}({a})",
            "{c}({a}, {a})",
            "{o}.items",
            "{o}[{a}]",
            "{l}[{i}]",
            "{d}[{a}]",
            "getattr({a}, {s}, {a})",
            "type({a})",
            "range({i})",
            "slice({i}, {i})",
            "({a} if {b} else {a})",
            "iter({l})",
            "zip({l}, {s})",
            "(lambda: {a})()",
            "super",
            "{a} and {a}",
            "Exception({a})",
            "ValueError({s}, {i})",
            "count_up({i})",
            "{q}",
            "(await_me := {a})",
            "object()",
            "map({c}, {l})",
            "[{a}][{i}]",
            "{a} + {a}",
            "{a} * {a}",
            "{a} @ {a}",
            "{a} < {a}",
            "{a}.n",
            "{a}.__class__",
            "{a}({a})",
            "{a}[{a}]",
            "{c}(*{l})",
            "{c}(**{d})",
        ],
    ),
];

/// Statements. A block is one line with its indentation; `{B}` must be alone on its line.
pub const STATEMENTS: &[&str] = &[
    "{x} = {a}",
    "{x} = {i}",
    "{x} = {s}",
    "{x} = {l}",
    "{x} = {d}",
    "{x} += {i}",
    "{x} += {a}",
    "total += {i}",
    "total = total * 31 % 65521",
    "{x}, {x} = {t}",
    "{x}, *{x} = {l}",
    "print({a})",
    "print({a}, {a}, sep={s}, end='\\n')",
    "print({s}, file=sys.stderr)",
    "print({x}, total)",
    "if {b}:\n    {B}\nelse:\n    {B}",
    "if {a}:\n    {B}",
    "for {x} in range({i} % 30):\n    {B}",
    "for {x} in {l}:\n    {B}",
    "for {x}, {x} in {d}.items():\n    {B}",
    "for {x} in {s}:\n    {B}\nelse:\n    {B}",
    "for n in range(12):\n    {B}\n    if {b}:\n        break\n    if {b}:\n        continue\n    {B}",
    "n = 0\nwhile n < 9 and {b}:\n    n += 1\n    {B}",
    "try:\n    {B}\nexcept Exception as error:\n    print(type(error).__name__)",
    "try:\n    {B}\nexcept (ValueError, KeyError) as error:\n    print(error.args)\nelse:\n    {B}\nfinally:\n    {B}",
    "try:\n    {B}\nfinally:\n    total += 1",
    "raise ValueError({a})",
    "raise RuntimeError({s}) from KeyError({a})",
    "assert {b}, {s}",
    "del {x}",
    "{l}.append({a})",
    "items.append({i})",
    "items.sort()",
    "items[{i}:{i}] = {l}",
    "items[{i}] = {a}",
    "table[{a}] = {a}",
    "table.update({d})",
    "del table[{a}]",
    "thing.n = {a}",
    "thing.n += 1",
    "thing[{a}] = {a}",
    "setattr(thing, {s}, {a})",
    "with lock:\n    {B}",
    "with {k}:\n    {B}",
    "with managed({a}) as {x}:\n    {B}",
    "lock.acquire(timeout=0.1)",
    "lock.release()",
    "def inner(a, b=1, *rest, key=None, **more):\n    nonlocal_total = a\n    {B}\n    return {a}\n{x} = inner({a})",
    "def make():\n    kept = {a}\n    def get():\n        nonlocal kept\n        kept = {a}\n        return kept\n    return get\n{x} = make()()",
    "class Local(Thing):\n    kind = {a}\n    def bump(self, by=1):\n        return super().bump(by)\n{x} = Local({a}).bump()",
    "match {a}:\n    case 0 | 1:\n        {B}\n    case [first, *others]:\n        {B}\n    case {{'a': value, **others}}:\n        {B}\n    case Thing(n=value):\n        {B}\n    case str() as text if {b}:\n        {B}\n    case _:\n        {B}",
    "thread = threading.Thread(target={c}, args={t})\nthread.start()\nthread.join()",
    "threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]\nfor thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join(1)",
    "threading.Thread(target=work, args=(2,), daemon=True).start()",
    "timer = threading.Timer(0.01, print, ({a},))\ntimer.start()",
    "inbox.put({a})",
    "try:\n    {x} = inbox.get(timeout=0.05)\nexcept queue.Empty:\n    {B}",
    "event.set()",
    "event.wait(0.01)",
    "event.clear()",
    "time.sleep(0.001)",
    "time.sleep({f})",
    "with ThreadPoolExecutor(2) as pool:\n    {x} = list(pool.map(double, {l}))",
    "with ThreadPoolExecutor(2) as pool:\n    future = pool.submit({c}, {a})\n    {x} = future.result(timeout=1)",
    "process = multiprocessing.Process(target=child, args=({p},))\nprocess.start()\nprocess.join()\nprint(process.exitcode)",
    "processes = [multiprocessing.Process(target=child, args=(n,)) for n in range(2)]\nfor process in processes:\n    process.start()\nfor process in processes:\n    process.join(1)",
    "with multiprocessing.Pool(2) as pool:\n    {x} = pool.map(double, {l})",
    "ends = multiprocessing.Pipe()\nends[0].send({p})\n{x} = ends[1].recv()",
    "shared.value += {i}",
    "shared.value = {a}",
    "cells[{i}] = {i}",
    "outbox = multiprocessing.Queue()\noutbox.put({p})\n{x} = outbox.get(timeout=1)",
    "with multiprocessing.Manager() as manager:\n    both = manager.dict({d})\n    both['k'] = {p}\n    {x} = dict(both)",
    "asyncio.run(gathered({i} % 4))",
    "{x} = [*count_up({i} % 7)]",
    "steps = count_up(5)\nnext(steps)\nsteps.send({a})\nsteps.close()",
    "steps = count_up(3)\nnext(steps)\nsteps.throw(KeyError({a}))",
    "def reset():\n    global total\n    total = {i}\nreset()",
    "pass",
    "return",
    "import {x}_missing",
    "{x} = yield_all({l})",
    "{x}: int = {a}",
    "{o}.missing",
    "sys.exit({a})",
    "recurse({i} % 60)",
    "logging.warning({s}, {a})",
    "random.seed({i})\nrandom.shuffle(items)",
    "{x} = sorted({l}, key={c})",
    "exec_me = {c}\n{x} = exec_me({a})",
    "{x} = barrier.wait(0.01)",
    "condition = threading.Condition()\nwith condition:\n    condition.wait(0.01)\n    condition.notify_all()",
    "print(*{l})",
    "print(f'{{{x}=}}')",
    "{x} = {x} if {b} else {a}",
    "{c}({a})",
    "{x}[{a}] = {a}",
    "{x}.attribute = {a}",
    "lambda: (yield)",
];

/// What every program begins with, so that the templates find what they name.
pub const HEADER: &str = "\
import asyncio, collections, copy, functools, heapq, itertools, logging, math, multiprocessing, operator, pickle
import queue, random, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

Point = collections.namedtuple('Point', 'x y')


class Colour(Enum):
    RED = 1


@dataclass
class Record:
    number: int
    text: str = ''


class Thing:
    kind = 'thing'

    def __init__(self, n=0):
        self.n = n
        self.items = [n]

    def bump(self, by=1):
        self.n += by
        return self.n

    def describe(self):
        return f'{self.kind} {self.n}'

    def __add__(self, other):
        return Thing(self.n + other.n)

    def __eq__(self, other):
        return isinstance(other, Thing) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, other):
        return self.n < other.n

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __call__(self, *args):
        return args

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f'Thing({self.n!r})'


class Child(Thing):
    def bump(self, by=2):
        return super().bump(by)

    @property
    def double(self):
        return self.n * 2

    def __str__(self):
        return 'child'


def double(n):
    return n * 2


def recurse(n):
    return n if n <= 0 else recurse(n - 1) + 1


def count_up(n):
    try:
        for i in range(n):
            got = yield i
    except KeyError as error:
        yield error
    return n


def yield_all(items):
    def inner():
        done = yield from items
        return done
    return list(inner())


@contextmanager
def managed(value):
    try:
        yield value
    finally:
        items.append(1)


def work(n):
    global total
    for i in range(n % 7):
        with lock:
            total += i
    inbox.put(n)


def child(n):
    with shared.get_lock():
        shared.value += 1
    print('child', n)


async def one(n):
    await asyncio.sleep(0.01 * n)
    return n


async def gathered(n):
    return await asyncio.gather(*(one(i) for i in range(n)))

total = 0
items = [3, 1, 2]
table = {'a': 1}
thing = Thing(1)
a = b = c = None
lock, event, inbox, barrier = threading.RLock(), threading.Event(), queue.Queue(), threading.Barrier(2)
shared, cells = multiprocessing.Value('i', 0), multiprocessing.Array('i', 4)

";
