# itertools: iterators from iterators.

_missing = object()


class _Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self._inner)


class count(_Iterator):
    def __init__(self, start=0, step=1):
        for number in (start, step):
            if isinstance(number, (str, bytes)) or not hasattr(number, "__add__"):
                raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return "count(" + repr(self._next) + ")"
        return "count(" + repr(self._next) + ", " + repr(self._step) + ")"


class cycle(_Iterator):
    def __init__(self, iterable):
        self._inner = _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


class repeat(_Iterator):
    def __init__(self, object, times=None):
        self._object = object
        self._times = times if times is None or times > 0 else 0

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __repr__(self):
        if self._times is None:
            return "repeat(" + repr(self._object) + ")"
        return "repeat(" + repr(self._object) + ", " + repr(self._times) + ")"


class chain(_Iterator):
    def __init__(self, *iterables):
        self._inner = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable):
        self = cls()
        self._inner = _chain(iterable)
        return self


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class islice(_Iterator):
    def __init__(self, iterable, *args):
        if not args or len(args) > 3:
            raise TypeError("islice expected at least 2 arguments, got " + str(len(args) + 1))
        part = slice(*args)
        start = 0 if part.start is None else part.start
        step = 1 if part.step is None else part.step
        stop = part.stop
        if stop is not None and (not isinstance(stop, int) or stop < 0):
            if len(args) == 1:
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not isinstance(start, int) or start < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not isinstance(step, int) or step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._inner = _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    while stop is None or position < stop:
        if stop is not None and wanted >= stop:
            # Up to the end, so that the iterator stands where the slice ends.
            while position < stop:
                try:
                    next(iterator)
                except StopIteration:
                    return
                position += 1
            return
        try:
            item = next(iterator)
        except StopIteration:
            return
        if position == wanted:
            yield item
            wanted += step
        position += 1


class takewhile(_Iterator):
    def __init__(self, predicate, iterable):
        self._inner = _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable):
        self._inner = _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


class filterfalse(_Iterator):
    def __init__(self, function, iterable):
        self._inner = _filterfalse(function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


class starmap(_Iterator):
    def __init__(self, function, iterable):
        self._inner = _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*iter(args))


class zip_longest(_Iterator):
    def __init__(self, *iterables, fillvalue=None):
        self._inner = _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fill):
    active = len(iterators)
    if not active:
        return
    while True:
        row = []
        for position, iterator in enumerate(iterators):
            if iterator is None:
                row.append(fill)
                continue
            try:
                row.append(next(iterator))
            except StopIteration:
                active -= 1
                if not active:
                    return
                iterators[position] = None
                row.append(fill)
        yield tuple(row)


class accumulate(_Iterator):
    def __init__(self, iterable, func=None, *, initial=None):
        self._inner = _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, function, total):
    if total is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = total + item if function is None else function(total, item)
        yield total


class product(_Iterator):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        pools = [tuple(iterable) for iterable in iterables] * repeat
        self._inner = _product(pools)


def _product(pools):
    if not all(pools):
        return
    if not pools:
        yield ()
        return
    *wheels, last = pools
    at = [0] * len(wheels)
    while True:
        before = tuple([wheel[i] for wheel, i in zip(wheels, at)])
        for item in last:
            yield before + (item,)
        i = len(wheels) - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(wheels[i]):
                break
            at[i] = 0
            i -= 1
        if i < 0:
            return


class permutations(_Iterator):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError("r must be non-negative")
        self._inner = _permutations(pool, r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    # The last places are filled from what the first ones leave.
    last = min(r, 3)
    r -= last
    items = list(pool)
    turns = list(range(n, n - r, -1))
    while True:
        yield from _arranged(tuple(items[:r]), items[r:], last)
        i = r - 1
        while i >= 0:
            turns[i] -= 1
            if turns[i]:
                j = n - turns[i]
                items[i], items[j] = items[j], items[i]
                break
            items[i:] = items[i + 1:] + items[i:i + 1]
            turns[i] = n - i
            i -= 1
        if i < 0:
            return


def _arranged(head, rest, count):
    if count == 0:
        yield head
    elif count == 1:
        for item in rest:
            yield head + (item,)
    else:
        for i in range(len(rest)):
            yield from _arranged(head + (rest[i],), rest[:i] + rest[i + 1:], count - 1)


class combinations(_Iterator):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._inner = _combinations(tuple(iterable), r, 1)


class combinations_with_replacement(_Iterator):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._inner = _combinations(tuple(iterable), r, 0)


def _combinations(pool, r, apart):
    # Positions that differ by at least `apart`; the last one goes through all that the others leave to it.
    n = len(pool)
    if r > n and apart or (r and not n):
        return
    if not r:
        yield ()
        return
    at = [i * apart for i in range(r - 1)]
    while True:
        before = tuple([pool[i] for i in at])
        for item in pool[at[-1] + apart if at else 0:]:
            yield before + (item,)
        i = r - 2
        while i >= 0 and at[i] == n - 1 - (r - 1 - i) * apart:
            i -= 1
        if i < 0:
            return
        at[i] += 1
        for j in range(i + 1, r - 1):
            at[j] = at[j - 1] + apart


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._wanted = self._current = _missing
        self._value = None
        self._group = None

    def __next__(self):
        self._group = None
        while self._current is _missing or (self._wanted is not _missing
                                            and self._current == self._wanted):
            self._advance()
        self._wanted = self._current
        self._group = group = object()
        return self._current, self._items(self._wanted, group)

    def _advance(self):
        self._value = next(self._iterator)
        self._current = self._value if self._key is None else self._key(self._value)

    def _items(self, wanted, group):
        while self._group is group and self._current == wanted:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._current = _End()
                return


class _End:
    # Equal to no key: the iterator has ended, and the next `advance` will say so.
    def __eq__(self, other):
        return True


class pairwise(_Iterator):
    def __init__(self, iterable):
        self._inner = _pairwise(iter(iterable))


def _pairwise(iterator):
    try:
        before = next(iterator)
    except StopIteration:
        return
    for item in iterator:
        yield before, item
        before = item


class batched(_Iterator):
    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._inner = _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    while True:
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                break
        if not batch:
            return
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._inner = _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


class _tee(_Iterator):
    def __init__(self, shared, link):
        self._shared = shared
        self._link = link

    def __next__(self):
        link = self._link
        if not link:
            value = next(self._shared)
            link.append(value)
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._shared, self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    if not n:
        return ()
    if isinstance(iterator, _tee):
        shared, link = iterator._shared, iterator._link
    else:
        shared, link = iterator, []
    return tuple([_tee(shared, link) for _ in range(n)])
