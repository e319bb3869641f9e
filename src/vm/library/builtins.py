# What built-ins cannot do in one go because it runs Python code of the program. Functions that begin
# with an underscore are helpers of the machine, the others are built-in functions.


def _call1(function, a):
    return function(a)


def _call2(function, a, b):
    return function(a, b)


def _call_with(function, args, **keywords):
    items = []
    for item in args:
        items.append(item)
    return function(*items, **keywords)


def _built(cls, function, args, **keywords):
    # An instance of a subclass of a built-in class.
    return _in_subclass(cls, function(*args, **keywords))


def _collect(iterable, limit):
    items = []
    for item in iterable:
        items.append(item)
        if limit is not None and len(items) >= limit:
            break
    return items


def _collect_then(function, position, *args, **keywords):
    args = list(args)
    items = []
    for item in args[position]:
        items.append(item)
    args[position] = items
    return function(*args, **keywords)


def _instantiate(cls, *args, **keywords):
    meta_call = _lookup(cls, "__call__")
    if meta_call is not None and _is_python_method(meta_call):
        return meta_call(*args, **keywords)
    return _type_call(cls, *args, **keywords)


def _is_python_method(method):
    return hasattr(method, "__func__") and hasattr(method.__func__, "__code__")


def _type_call(cls, *args, **keywords):
    new = object.__getattribute__(cls, "__new__")
    if _is_python(new):
        instance = new(cls, *args, **keywords)
    else:
        instance = _default_new(cls, *args, **keywords)
    if isinstance(instance, cls):
        init = object.__getattribute__(type(instance), "__init__")
        if _is_python(init):
            result = init(instance, *args, **keywords)
            if result is not None:
                raise TypeError("__init__() should return None, not '" + _type_name(result) + "'")
    return instance


def _is_python(function):
    return hasattr(function, "__code__")


def _init_instance(instance, *args, **keywords):
    type(instance).__init__(instance, *args, **keywords)
    return instance


def _raised(kind):
    error = kind()
    if not isinstance(error, BaseException):
        raise TypeError("calling " + repr(kind) + " should have returned an instance of BaseException, not "
                        + repr(type(error)))
    return error


def _raise(error, cause=NotImplemented):
    if isinstance(error, type):
        error = _raised(error)
    if cause is NotImplemented:
        raise error
    if isinstance(cause, type):
        cause = _raised(cause)
    raise error from cause


def _binary(operator, left, right):
    names = (
        "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow",
        "rshift", "sub", "truediv", "xor",
    )
    if operator >= 13:
        method = _lookup(left, "__i" + names[operator - 13] + "__")
        if method is not None:
            result = method(right)
            if result is not NotImplemented:
                return result
    name = names[operator % 13]
    method = _lookup(left, "__" + name + "__")
    reflected = "__r" + name + "__"
    other = _lookup(right, reflected)
    kind = type(right)
    if (other is not None and kind is not type(left) and issubclass(kind, type(left))
            and getattr(kind, reflected, None) is not getattr(type(left), reflected, None)):
        result = other(left)
        if result is not NotImplemented:
            return result
        other = None
    if (operator % 13 in (0, 5) and other is not None and _is_python_method(other)
            and _is_plain(left) and isinstance(left, (str, bytes, bytearray, list, tuple))):
        # That sequences can be joined and repeated is looked at after the numbers.
        result = other(left)
        if result is not NotImplemented:
            return result
        other = None
    if method is not None:
        result = method(right)
        if result is not NotImplemented:
            return result
    if other is not None and kind is not type(left):
        result = other(left)
        if result is not NotImplemented:
            return result
    a = _base_value(left)
    b = _base_value(right)
    if (a is not None and b is not None and _is_plain(a, b)
            and (method is None or not _is_python_method(method))
            and not (_is_plain(left) and _is_plain(right))):
        try:
            return _apply(operator, a, b)
        except TypeError:
            if operator % 13 == 6:
                raise
    if operator % 13 == 5:
        for sequence, count in ((left, right), (right, left)):
            if isinstance(sequence, (str, bytes, bytearray, list, tuple)) and _has_python_index(count):
                return sequence * _place(count)
    _operator_error(operator, left, right)


def _apply(operator, a, b):
    operator = operator % 13
    if operator == 0:
        return a + b
    if operator == 1:
        return a & b
    if operator == 2:
        return a // b
    if operator == 3:
        return a << b
    if operator == 5:
        return a * b
    if operator == 6:
        return a % b
    if operator == 7:
        return a | b
    if operator == 8:
        return a ** b
    if operator == 9:
        return a >> b
    if operator == 10:
        return a - b
    if operator == 11:
        return a / b
    if operator == 12:
        return a ^ b
    _operator_error(operator, a, b)


def _compare(operator, left, right):
    names = ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__")
    swapped = (4, 5, 2, 3, 0, 1)
    kind = type(right)
    tried = False
    if kind is not type(left) and issubclass(kind, type(left)):
        method = _rich(right, names[swapped[operator]], operator)
        if method is not None:
            tried = True
            result = method(left)
            if result is not NotImplemented:
                return result
    method = _rich(left, names[operator], operator)
    both = method is not None
    if both:
        result = method(right)
        if result is not NotImplemented:
            return result
    if not tried:
        method = _rich(right, names[swapped[operator]], operator)
        both = both and method is not None
        if method is not None:
            result = method(left)
            if result is not NotImplemented:
                return result
    a = _base_value(left)
    b = _base_value(right)
    if not both and a is not None and b is not None and _is_plain(a, b):
        return _compare_plain(operator, a, b)
    if operator == 2:
        return left is right
    if operator == 3:
        return left is not right
    _compare_error(operator, left, right)


def _rich(value, name, operator):
    if _is_plain(value):
        return None
    method = _lookup(value, name)
    if method is not None and _is_python_method(method):
        return method
    if method is not None and (not hasattr(method, "__self__") or _base_value(value) is not None):
        return method
    # Built-in classes have a `__ne__` of their own, which does not ask the `__eq__` of a subclass.
    if name == "__ne__" and _base_value(value) is None:
        equal = _lookup(value, "__eq__")
        if equal is not None and _is_python_method(equal):
            def unequal(other):
                result = equal(other)
                if result is NotImplemented:
                    return result
                return not result
            return unequal
    return None


def _compare_plain(operator, a, b):
    if operator == 0:
        return a < b
    if operator == 1:
        return a <= b
    if operator == 2:
        return a == b
    if operator == 3:
        return a != b
    if operator == 4:
        return a > b
    return a >= b


def _compare_containers(operator, left, right):
    # Equality or order of containers some of whose items compare in Python.
    if operator == 3:
        return not _compare_containers(2, left, right)
    if isinstance(left, (list, tuple)):
        if type(left) is not type(right) and not (isinstance(left, list) and isinstance(right, list)):
            return operator == 3
        if operator == 2 and len(left) != len(right):
            return False
        for a, b in zip(left, right):
            if a is b or a == b:
                continue
            if operator == 2:
                return False
            return _compare_plain(operator, a, b)
        return _compare_plain(operator, len(left), len(right))
    if isinstance(left, dict):
        if not isinstance(right, dict) or len(left) != len(right):
            return False
        for key, value in left.items():
            if key not in right:
                return False
            other = right[key]
            if not (value is other or value == other):
                return False
        return True
    if isinstance(left, (set, frozenset)) and isinstance(right, (set, frozenset)):
        if len(left) != len(right):
            return False
        for item in left:
            if item not in right:
                return False
        return True
    left = list(left)
    right = list(right)
    if len(left) != len(right):
        return False
    for item in left:
        if item not in right:
            return False
    return True


def _compare_views(operator, left, right):
    # `<`, `<=`, `>`, `>=` of sets, keys and items of dicts.
    if operator >= 4:
        left, right = right, left
        operator -= 4
    if len(left) > len(right) or (operator == 0 and len(left) == len(right)):
        return False
    for item in left:
        if item not in right:
            return False
    return True


def _unary(operator, value):
    method = _lookup(value, ("__neg__", "__pos__", "__invert__")[operator])
    if method is not None:
        return method()
    base = _base_value(value)
    if base is not None and _is_plain(base):
        if operator == 0:
            return -base
        if operator == 1:
            return +base
        return ~base
    symbol = ("-", "+", "~")[operator]
    raise TypeError("bad operand type for unary " + symbol + ": '" + _type_name(value) + "'")


def _truth(value):
    method = _lookup(value, "__bool__")
    if method is not None:
        result = method()
        if result is not True and result is not False:
            raise TypeError("__bool__ should return bool, returned " + _type_name(result))
        return result
    return len(value) != 0


def _len(value):
    method = _lookup(value, "__len__")
    if method is None:
        raise TypeError("object of type '" + _type_name(value) + "' has no len()")
    result = method()
    result = _as_index(result)
    if result < 0:
        raise ValueError("__len__() should return >= 0")
    if result > 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


def _as_index(value):
    # An int, or what `__index__` gives.
    return int(value if isinstance(value, int) else _index(value))


def _place(key):
    # A key of a sequence with what `__index__` gives in place of objects that have it.
    if isinstance(key, slice):
        return slice(*[part if part is None else _as_index(part) for part in (key.start, key.stop, key.step)])
    place = _as_index(key)
    if not -9223372036854775808 <= place <= 9223372036854775807:
        raise IndexError("cannot fit '" + _type_name(key) + "' into an index-sized integer")
    return place


def _item_at(container, key):
    if isinstance(container, range) and not isinstance(key, slice):
        return container[_as_index(key)]
    return container[_place(key)]


def _set_item_at(container, key, value):
    container[_place(key)] = value


def _del_item_at(container, key):
    del container[_place(key)]


def _with_ints(function, args, kwargs):
    # A built-in function that takes ints, called with objects that have `__index__`.
    args = [_as_index(arg) if _has_python_index(arg) else arg for arg in args]
    return function(*args, **kwargs)


def _async_iterator(value):
    method = _lookup(value, "__aiter__")
    if method is None:
        raise TypeError("'async for' requires an object with __aiter__ method, got " + _type_name(value))
    iterator = method()
    if _lookup(iterator, "__anext__") is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        + _type_name(iterator))
    return iterator


def _has_python_index(value):
    return not _is_plain(value) and not isinstance(value, int) and _lookup(value, "__index__") is not None


def _hash(value):
    if isinstance(value, tuple) and _is_plain(value):
        hashes = []
        for item in value:
            hashes.append(hash(item))
        return _hash_tuple(hashes)
    method = _lookup(value, "__hash__")
    if method is None:
        raise TypeError("unhashable type: '" + _type_name(value) + "'")
    result = method()
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    result = int(result)
    if -9223372036854775808 <= result <= 9223372036854775807:
        return -2 if result == -1 else result
    return hash(result)


def _str(value):
    result = _lookup(value, "__str__")()
    if not isinstance(result, str):
        raise TypeError("__str__ returned non-string (type " + _type_name(result) + ")")
    return result


def _repr(value, this=None):
    # A repr that needs Python code somewhere inside; of `value` as what `this`, of a subclass, is inside.
    return _repr_in(value if this is None else this, value)


def _repr_in(this, value):
    kind = type(this)
    if kind is not type and isinstance(value, type):
        method = _lookup(value, "__repr__")
        if _is_python_method(method):
            return method()
    if not _is_plain(value):
        method = _lookup(value, "__repr__")
        if _is_python_method(method):
            result = method()
            if not isinstance(result, str):
                raise TypeError("__repr__ returned non-string (type " + _type_name(result) + ")")
            return result
        base = _base_value(value)
        if base is None:
            if isinstance(value, BaseException):
                return kind.__name__ + _repr_arguments(value.args)
            return _raw_repr(value)
        if method.__func__ is object.__repr__:
            return method()
        if isinstance(base, (int, float, str, bytes)):
            return repr(base)
    return _repr_items(this, value)


def _repr_items(this, value):
    kind = type(this)
    if _again():
        if isinstance(value, list):
            return "[...]"
        if isinstance(value, dict):
            return "{...}"
        if isinstance(value, tuple):
            return "(...)"
        return kind.__name__ + "(...)" if isinstance(value, (set, frozenset)) else "..."
    if isinstance(value, list):
        return "[" + ", ".join([_repr_in(item, item) for item in value]) + "]"
    if isinstance(value, tuple):
        return _repr_arguments(value, True)
    if isinstance(value, dict):
        parts = [_repr_in(k, k) + ": " + _repr_in(v, v) for k, v in value.items()]
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, (set, frozenset)):
        if not value:
            return kind.__name__ + "()"
        text = "{" + ", ".join([_repr_in(item, item) for item in value]) + "}"
        if kind is set:
            return text
        return kind.__name__ + "(" + text + ")"
    if isinstance(value, BaseException):
        return kind.__name__ + _repr_arguments(value.args)
    if isinstance(value, slice):
        return "slice" + _repr_arguments((value.start, value.stop, value.step))
    if kind.__name__ in ("dict_keys", "dict_values", "dict_items"):
        return kind.__name__ + "([" + ", ".join([_repr_in(item, item) for item in value]) + "])"
    if hasattr(value, "__func__"):
        return ("<bound method " + value.__func__.__qualname__ + " of "
                + repr(value.__self__) + ">")
    return repr(value)


def _repr_arguments(items, comma=False):
    text = ", ".join([_repr_in(item, item) for item in items])
    if comma and len(items) == 1:
        text += ","
    return "(" + text + ")"


def _format(value, spec):
    result = _lookup(value, "__format__")(spec)
    if not isinstance(result, str):
        raise TypeError("__format__ must return a str, not " + _type_name(result))
    return result


def _print(*values, sep=" ", end="\n", file=None, flush=False):
    texts = []
    try:
        for value in values:
            texts.append(str(value))
    except BaseException:
        # What comes before it is out already.
        if texts:
            print(*texts, sep=sep, end=" " if sep is None else sep, file=file)
        raise
    print(*texts, sep=sep, end=end, file=file, flush=flush)


def _print_to(*values, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    if end is None:
        end = "\n"
    first = True
    for value in values:
        if not first:
            file.write(sep)
        first = False
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


def ascii(value):
    out = []
    for c in repr(value):
        n = ord(c)
        if n < 128:
            out.append(c)
        elif n < 256:
            out.append("\\x%02x" % n)
        elif n < 65536:
            out.append("\\u%04x" % n)
        else:
            out.append("\\U%08x" % n)
    return "".join(out)


def _get_item(container, key):
    return _lookup(container, "__getitem__")(key)


def _set_item(container, key, value):
    _lookup(container, "__setitem__")(key, value)


def _del_item(container, key):
    _lookup(container, "__delitem__")(key)


def _set_slice(container, key, value):
    try:
        iterator = iter(value)
    except TypeError:
        raise TypeError("must assign iterable to extended slice") from None
    container[key] = list(iterator)


def _missing(container, key):
    return _lookup(container, "__missing__")(key)


def _class_getitem(cls, key):
    return cls.__class_getitem__(key)


def _iter(value):
    method = _lookup(value, "__iter__")
    if method is None:
        raise TypeError("'" + _type_name(value) + "' object is not iterable")
    iterator = method()
    if _lookup(iterator, "__next__") is None:
        raise TypeError("iter() returned non-iterator of type '" + _type_name(iterator) + "'")
    return iterator


def _iter_sequence(value):
    method = _lookup(value, "__getitem__")
    position = 0
    while True:
        try:
            item = method(position)
        except (IndexError, StopIteration):
            return
        yield item
        position += 1


class _CallableIterator:
    def __init__(self, function, sentinel):
        self._function = function
        self._sentinel = sentinel

    def __iter__(self):
        return self

    def __next__(self):
        if self._function is None:
            raise StopIteration
        value = self._function()
        if self._sentinel == value:
            self._function = None
            raise StopIteration
        return value


_CallableIterator.__name__ = _CallableIterator.__qualname__ = "callable_iterator"


def _iter_sentinel(function, sentinel):
    if not callable(function):
        raise TypeError("iter(v, w): v must be callable")
    return _CallableIterator(function, sentinel)


def _next_default(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


def _contains(container, item):
    method = _lookup(container, "__contains__")
    if method is not None:
        return True if method(item) else False
    if getattr(type(container), "__contains__", 0) is None:
        raise TypeError("'" + _type_name(container) + "' object is not a container")
    try:
        iterator = iter(container)
    except TypeError:
        raise TypeError("argument of type '" + _type_name(container) + "' is not iterable") from None
    for other in iterator:
        if other is item or other == item:
            return True
    return False


def _contains_linear(container, item):
    for other in container:
        if other is item or other == item:
            return True
    return False


def _enumerate(iterable, count):
    for item in iterable:
        yield count, item
        count += 1


def _zip(strict, *iterables):
    iterators = [iter(iterable) for iterable in iterables]
    if not iterators:
        return
    while True:
        row = []
        for position, iterator in enumerate(iterators):
            try:
                row.append(next(iterator))
            except StopIteration:
                if strict:
                    _zip_length(position, iterators)
                return
        yield tuple(row)


def _zip_length(position, iterators):
    if position > 0:
        others = "argument 1" if position == 1 else "arguments 1-" + str(position)
        raise ValueError("zip() argument " + str(position + 1) + " is shorter than " + others)
    for other in range(1, len(iterators)):
        try:
            next(iterators[other])
        except StopIteration:
            continue
        others = "argument 1" if other == 1 else "arguments 1-" + str(other)
        raise ValueError("zip() argument " + str(other + 1) + " is longer than " + others)


class map:
    def __new__(cls, function, *iterables):
        if not iterables:
            raise TypeError("map() must have at least two arguments.")
        self = object.__new__(cls)
        self._function = function
        self._iterators = [iter(iterable) for iterable in iterables]
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._function(*[next(iterator) for iterator in self._iterators])


class filter:
    def __new__(cls, function, iterable):
        self = object.__new__(cls)
        self._function = function
        self._iterator = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._iterator)
            if self._function is None:
                if item:
                    return item
            elif self._function(item):
                return item


def _reversed(value):
    method = _lookup(value, "__reversed__")
    if method is not None:
        return method()
    if getattr(type(value), "__reversed__", 0) is None or _lookup(value, "__getitem__") is None:
        raise TypeError("'" + _type_name(value) + "' object is not reversible")
    return _Reversed(value)


class _Reversed:
    def __init__(self, sequence):
        self._sequence = sequence
        self._left = len(sequence)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left > 0:
            self._left -= 1
            try:
                return self._sequence[self._left]
            except (IndexError, StopIteration):
                self._left = 0
        raise StopIteration

    def __length_hint__(self):
        return self._left


_Reversed.__name__ = _Reversed.__qualname__ = "reversed"


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _sum(items, total):
    # Ints, then floats (with what rounding lost carried along), then anything.
    items = iter(items)
    if isinstance(total, int):
        for item in items:
            total = total + item
            if type(total) is not int:
                break
        else:
            return total
    if type(total) is float:
        lost = 0.0
        for item in items:
            if type(item) is float:
                both = total + item
                if abs(total) >= abs(item):
                    lost += (total - both) + item
                else:
                    lost += (item - both) + total
                total = both
            elif isinstance(item, int):
                total += item
            else:
                total = _with_lost(total, lost) + item
                break
        else:
            return _with_lost(total, lost)
    for item in items:
        total = total + item
    return total


def _with_lost(total, lost):
    return total + lost if lost and lost - lost == 0 else total


def _extreme(operator, items, key, *default):
    items = iter(items)
    for best in items:
        break
    else:
        if default:
            return default[0]
        raise ValueError(("min" if operator == 0 else "max") + "() iterable argument is empty")
    if key is None:
        for item in items:
            if (item < best) if operator == 0 else (item > best):
                best = item
        return best
    best_key = key(best)
    for item in items:
        item_key = key(item)
        if (item_key < best_key) if operator == 0 else (item_key > best_key):
            best = item
            best_key = item_key
    return best


def _sorted(items, key, reverse):
    keys = []
    for item in items:
        keys.append(key(item))
    result = _sort_by_keys(items, keys, reverse)
    if result is not None:
        return result
    pairs = _merge([(keys[i], items[i]) for i in range(len(items))], reverse, True)
    return [pair[1] for pair in pairs]


def _merge_sort(items, reverse):
    return _merge(items, reverse, False)


def _merge(items, reverse, keyed):
    # Up to 63 items take CPython's comparisons, one by one (Objects/listobject.c): a run is extended by binary
    # insertion. More are made of such pieces, which are merged without galloping.
    items = items[::-1] if reverse else items[:]
    size = 32 if len(items) > 63 else 63
    runs = [_piece(items[start:start + size], keyed) for start in range(0, len(items), size)]
    while len(runs) > 1:
        merged = []
        for i in range(0, len(runs), 2):
            if i + 1 == len(runs):
                merged.append(runs[i])
                continue
            left = runs[i]
            right = runs[i + 1]
            out = []
            a = b = 0
            while a < len(left) and b < len(right):
                if _before(right[b], left[a], keyed):
                    out.append(right[b])
                    b += 1
                else:
                    out.append(left[a])
                    a += 1
            merged.append(out + left[a:] + right[b:])
        runs = merged
    result = runs[0] if runs else []
    return result[::-1] if reverse else result


def _piece(items, keyed):
    for n in range(_run(items, keyed), len(items)):
        item = items.pop(n)
        low = 0
        high = n
        while low < high:
            middle = (low + high) // 2
            if _before(item, items[middle], keyed):
                high = middle
            else:
                low = middle + 1
        items.insert(low, item)
    return items


def _run(items, keyed):
    # How many items at the front are in order, once a falling run has been turned round (equal ones keep theirs).
    count = len(items)
    n = 1
    while n < count and not _before(items[n], items[n - 1], keyed):
        n += 1
    if n >= count:
        return count
    if n > 1:
        if _before(items[0], items[n - 1], keyed):
            return n
        items[:n] = items[:n][::-1]
    n += 1
    equal = 0
    while n < count:
        if _before(items[n], items[n - 1], keyed):
            items[n - 1 - equal:n] = items[n - 1 - equal:n][::-1]
            equal = 0
        elif _before(items[n - 1], items[n], keyed):
            break
        else:
            equal += 1
        n += 1
    items[n - 1 - equal:n] = items[n - 1 - equal:n][::-1]
    items[:n] = items[:n][::-1]
    while n < count and not _before(items[n], items[n - 1], keyed):
        n += 1
    return n


def _before(a, b, keyed):
    if keyed:
        a = a[0]
        b = b[0]
    return True if a < b else False


def _list_sort(items, key, reverse):
    original = items[:]
    items.clear()
    try:
        if key is None:
            result = _merge_sort(original, reverse)
        else:
            result = _sorted(original, key, reverse)
    except BaseException:
        _replace_items(items, original)
        raise
    changed = len(items) > 0
    _replace_items(items, result)
    if changed:
        raise ValueError("list modified during sort")


def _list_extend(items, iterable):
    for item in iterable:
        items.append(item)


def _list_iadd(items, iterable):
    for item in iterable:
        items.append(item)
    return items


def _list_find(items, item):
    for position, other in enumerate(items):
        if other is item or other == item:
            return position
    return None


def _list_index(items, item, start, stop, what):
    position = start
    while position < stop and position < len(items):
        other = items[position]
        if other is item or other == item:
            return position
        position += 1
    raise ValueError("tuple.index(x): x not in tuple" if what == "tuple" else repr(item) + " is not in list")


def _list_remove(items, item):
    for position, other in enumerate(items):
        if other is item or other == item:
            del items[position]
            return None
    raise ValueError("list.remove(x): x not in list")


def _dict_fromkeys(cls, items, value):
    result = cls()
    for item in items:
        result[item] = value
    return result


def _list_count(items, item):
    count = 0
    for other in items:
        if other is item or other == item:
            count += 1
    return count


def _dict_find(d, key):
    h = hash(key)
    for position, other in _dict_candidates(d, h):
        if other is key or other == key:
            return position, h
    return -1, h


def _dict_get(d, key):
    position, h = _dict_find(d, key)
    if position < 0:
        if _lookup(d, "__missing__") is not None:
            return _lookup(d, "__missing__")(key)
        raise KeyError(key)
    return _dict_value_at(d, position)


def _dict_get_default(d, key, default):
    position, h = _dict_find(d, key)
    if position < 0:
        return default
    return _dict_value_at(d, position)


def _dict_setdefault(d, key, default):
    position, h = _dict_find(d, key)
    if position < 0:
        _dict_put(d, -1, h, key, default)
        return default
    return _dict_value_at(d, position)


def _dict_pop(d, key, *default):
    position, h = _dict_find(d, key)
    if position < 0:
        if default:
            return default[0]
        raise KeyError(key)
    return _dict_remove_at(d, position)


def _dict_set(d, key, value):
    position, h = _dict_find(d, key)
    _dict_put(d, position, h, key, value)


def _dict_del(d, key):
    position, h = _dict_find(d, key)
    if position < 0:
        raise KeyError(key)
    _dict_remove_at(d, position)


def _dict_contains(d, key):
    position, h = _dict_find(d, key)
    return position >= 0


def _dict_update(d, mapping):
    # As CPython: a subclass that iterates as a dict is not asked for its items.
    raw = (isinstance(mapping, dict) and not isinstance(mapping, _Attributes)
           and type(mapping).__iter__ is dict.__iter__)
    if raw:
        for key in dict.keys(mapping):
            dict.__setitem__(d, key, dict.__getitem__(mapping, key))
        return
    for key in mapping.keys():
        dict.__setitem__(d, key, mapping[key])


def _dict_update_flat(d, items):
    for i in range(0, len(items), 2):
        dict.__setitem__(d, items[i], items[i + 1])


def _dict_update_all(d, /, *others, **keywords):
    if len(others) > 1:
        raise TypeError("update expected at most 1 argument, got " + str(len(others)))
    for other in others:
        if hasattr(other, "keys"):
            _dict_update(d, other)
        else:
            position = 0
            for pair in other:
                try:
                    pair = list(pair)
                except TypeError:
                    raise TypeError("cannot convert dictionary update sequence element #"
                                    + str(position) + " to a sequence") from None
                if len(pair) != 2:
                    raise ValueError("dictionary update sequence element #" + str(position)
                                     + " has length " + str(len(pair)) + "; 2 is required")
                dict.__setitem__(d, pair[0], pair[1])
                position += 1
    for key in keywords:
        dict.__setitem__(d, key, keywords[key])


def _dict_init(d, /, *others, **keywords):
    if len(others) > 1:
        raise TypeError("dict expected at most 1 argument, got " + str(len(others)))
    if others and not hasattr(others[0], "keys"):
        iter(others[0])
    _dict_update_all(d, *others, **keywords)
    return d


def _dict_or(left, right, inplace):
    if not inplace:
        left = left.copy()
    dict.update(left, right)
    return left


def _view_isdisjoint(view, other):
    for item in other:
        if item in view:
            return False
    return True


def _unequal(a, b):
    result = type(a).__eq__(a, b)
    return result if result is NotImplemented else not result


def _view_operator(operator, left, right, source):
    kinds = ("dict_keys", "dict_items")
    kind = type(left).__name__
    if operator == 1:
        if kind not in kinds:
            left, right = right, left
        if type(right) in (set, frozenset) and len(left) <= len(right):
            return right.intersection(left)
        if type(right).__name__ in kinds and len(right) > len(left):
            left, right = right, left
        return set([item for item in right if item in left])
    if operator not in (7, 10) and kind == "dict_items" and type(right).__name__ == kind:
        if len(left) > len(right):
            left, right = right, left
        rest = dict(left)
        result = set()
        for key, value in right:
            if key in rest and (rest[key] is value or rest[key] == value):
                del rest[key]
            else:
                result.add((key, value))
        result.update(rest.items())
        return result
    result = set(source)
    if operator == 7:
        result.update(right)
    elif operator == 10:
        result.difference_update(right)
    else:
        result.symmetric_difference_update(right)
    return result


def _set_contains(s, item):
    for other in _set_candidates(s, hash(item)):
        if other is item or other == item:
            return True
    return False


def _set_add(s, item):
    h = hash(item)
    for other in _set_candidates(s, h):
        if other is item or other == item:
            return
    _set_put(s, h, item)


def _set_discard(s, item):
    h = hash(item)
    for other in _set_candidates(s, h):
        if other is item or other == item:
            _set_remove(s, h, other)
            return True
    return False


def _set_update(s, items):
    for item in items:
        _set_add(s, item)


def _set_from(items, frozen):
    s = set()
    for item in items:
        _set_add(s, item)
    return frozenset(s) if frozen else s


def _getattribute(owner, name):
    text = _name_of(name)
    getter = _lookup(owner, "__getattribute__")
    fallback = _lookup(owner, "__getattr__")
    if fallback is None:
        return _getattr(owner, getter, text)
    try:
        return getter(text)
    except AttributeError:
        pass
    return _getattr(owner, fallback, text)


def _getattr(owner, getter, name):
    # As CPython: an error that does not say which attribute was looked for learns it here.
    try:
        return getter(name)
    except AttributeError as error:
        if error.name is None and error.obj is None:
            error.name = name
            error.obj = owner
        raise


def _get(owner, getter, cls):
    return getter(owner, cls)


def _call_described(parts, *args, **kwargs):
    # A special method that a descriptor gives.
    found, owner = parts
    if isinstance(found, property):
        return found.fget(owner)(*args, **kwargs)
    return type(found).__get__(found, owner, type(owner))(*args, **kwargs)


def _getattr_default(owner, name, default):
    try:
        return getattr(owner, name)
    except AttributeError:
        return default


def _hasattr(owner, name):
    try:
        getattr(owner, name)
    except AttributeError:
        return False
    return True


_nothing = object()


def _look_again(attributes):
    owner = attributes.__lockstep_owner__
    _take_items(attributes, _module_attrs(owner) if _is_module(owner) else _instance_attrs(owner))


class _Attributes(dict):
    # `obj.__dict__`, `globals()`: what is read is what the object has now; what is written reaches it.
    def __getitem__(self, name):
        value = _own_attribute(self.__lockstep_owner__, name, _nothing)
        if value is _nothing:
            raise KeyError(name)
        return value

    def get(self, name, default=None, /):
        return _own_attribute(self.__lockstep_owner__, name, default)

    def __contains__(self, name):
        return _own_attribute(self.__lockstep_owner__, name, _nothing) is not _nothing

    def __iter__(self):
        _look_again(self)
        return dict.__iter__(self)

    def __reversed__(self):
        _look_again(self)
        return dict.__reversed__(self)

    def __len__(self):
        _look_again(self)
        return dict.__len__(self)

    def __repr__(self):
        _look_again(self)
        return _repr_items(self.__lockstep_owner__, dict.copy(self))

    def __eq__(self, other):
        _look_again(self)
        if isinstance(other, _Attributes):
            _look_again(other)
        return dict.__eq__(self, other)

    def keys(self):
        _look_again(self)
        return dict.keys(self)

    def values(self):
        _look_again(self)
        return dict.values(self)

    def items(self):
        _look_again(self)
        return dict.items(self)

    def copy(self):
        _look_again(self)
        return dict.copy(self)

    def __or__(self, other):
        return self.copy() | other

    def __setitem__(self, name, value):
        _in_dict(self.__lockstep_owner__, name, value)
        dict.__setitem__(self, name, value)

    def __delitem__(self, name):
        if name not in self:
            raise KeyError(name)
        _in_dict(self.__lockstep_owner__, name)
        _look_again(self)

    def update(self, *others, **keywords):
        for name, value in dict(*others, **keywords).items():
            self[name] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        if name in self:
            value = self[name]
            del self[name]
            return value
        return dict.pop(self, name, *default)

    def popitem(self):
        name = list(self)[-1]
        return name, self.pop(name)

    def clear(self):
        for name in list(self):
            del self[name]


_Attributes.__name__ = "dict"
_Attributes.__qualname__ = "dict"


def _share_dict(owner, items):
    # `owner.__dict__ = items`: from now on the dict itself holds the attributes.
    if not isinstance(items, dict):
        raise TypeError("__dict__ must be set to a dictionary, not a '%s'" % type(items).__name__)
    if isinstance(items, _Attributes):
        other = items.__lockstep_owner__
        items = dict(other.__dict__.items())
        _set_own_dict(other, items)
    _set_own_dict(owner, items)


def _instance_dict(owner):
    attributes = _in_subclass(_Attributes, _instance_attrs(owner))
    object.__setattr__(attributes, "__lockstep_owner__", owner)
    return attributes


class _MappingProxy:
    _abstract = ("Mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def __repr__(self):
        return "mappingproxy(" + repr(self._mapping) + ")"

    def __str__(self):
        return str(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, _MappingProxy) else other)

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, _MappingProxy) else other)

    def __hash__(self):
        return hash(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()


_MappingProxy.__name__ = _MappingProxy.__qualname__ = "mappingproxy"
_MappingProxy.__module__ = "builtins"


def _module_dict(module):
    attributes = _in_subclass(_Attributes, _module_attrs(module))
    object.__setattr__(attributes, "__lockstep_owner__", module)
    return attributes


class _Traceback:
    # The machine makes them: `_row` (code and instruction), `tb_frame`, `tb_lineno`, `tb_lasti`, `tb_next`.
    pass


class _Frame:
    # The machine makes them: `_module`, `f_code`, `f_lineno`, `f_lasti`.
    f_back = None

    @property
    def f_globals(self):
        return _module_dict(self._module)

    @property
    def f_locals(self):
        _unsupported("the local variables of a frame are not supported: print them where they live")

    def __repr__(self):
        return "<frame at 0x%012x, file %r, line %d, code %s>" % (
            id(self), self.f_code.co_filename, self.f_lineno, self.f_code.co_name)


_Traceback.__name__ = _Traceback.__qualname__ = "traceback"
_Frame.__name__ = _Frame.__qualname__ = "frame"


def _rows(traceback):
    rows = []
    while traceback is not None:
        rows.append(traceback._row)
        traceback = traceback.tb_next
    rows.reverse()
    return rows


def _use_traceback(error, traceback):
    if not isinstance(traceback, _Traceback):
        raise TypeError("__traceback__ must be a traceback or None")
    rows = _rows(traceback)
    _set_traceback(error, rows)
    object.__setattr__(error, "__lockstep_traceback__", (len(rows), traceback))


def _with_traceback(error, traceback):
    _use_traceback(error, traceback)
    return error


def _with_texts(error, others, limit, chained):
    for other in others:
        try:
            text = str(other)
        except BaseException:
            text = "<exception str() failed>"
        _set_text(other, text)
    return _traceback(error, limit, chained)


class BaseExceptionGroup(BaseException):
    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)" % len(args))
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + _type_name(message))
        if not isinstance(exceptions, (list, tuple)):
            if not hasattr(exceptions, "__getitem__"):
                raise TypeError("second argument (exceptions) must be a sequence")
        items = tuple(exceptions)
        if not items:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        plain = True
        for position, item in enumerate(items):
            if not isinstance(item, BaseException):
                raise ValueError("Item %d of second argument (exceptions) is not an exception" % position)
            if not isinstance(item, Exception):
                plain = False
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif not plain and issubclass(cls, Exception):
            if cls is ExceptionGroup:
                raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
            raise TypeError("Cannot nest BaseExceptions in %r" % cls.__name__)
        self = BaseException.__new__(cls, message, exceptions)
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "exceptions", items)
        return self

    def __init__(self, *args, **keywords):
        pass

    def __str__(self):
        count = len(self.exceptions)
        return "%s (%d sub-exception%s)" % (self.message, count, "" if count == 1 else "s")

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def split(self, matcher_value, /):
        return _split_group(self, _group_test(matcher_value))

    def subgroup(self, matcher_value, /):
        return _split_group(self, _group_test(matcher_value))[0]

    def __class_getitem__(cls, key):
        return cls


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


def _group_test(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException) or isinstance(condition, tuple):
        return lambda error: isinstance(error, condition)
    if not isinstance(condition, type) and callable(condition):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def _split_group(error, test):
    if test(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    matching = []
    rest = []
    for item in error.exceptions:
        yes, no = _split_group(item, test)
        if yes is not None:
            matching.append(yes)
        if no is not None:
            rest.append(no)
    return _part_of_group(error, matching), _part_of_group(error, rest)


def _part_of_group(error, items):
    if not items:
        return None
    part = error.derive(items)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    return _set_origin(part, error)


def _match_group(error, kind):
    if isinstance(error, kind):
        if isinstance(error, BaseExceptionGroup):
            return None, error
        return None, ExceptionGroup("", (error,)) if isinstance(error, Exception) else BaseExceptionGroup("", (error,))
    if isinstance(error, BaseExceptionGroup):
        matching, rest = error.split(kind)
        return rest, matching
    return error, None


def _prepare_reraise(original, errors):
    # What is left to raise after all `except*`: what the handlers raised, and what none of them took.
    if not isinstance(original, BaseExceptionGroup):
        for error in errors:
            if error is not None:
                return error
        return None
    raised = []
    again = []
    for error in errors:
        if error is None:
            continue
        if isinstance(error, BaseExceptionGroup) and _same_origin(error, original):
            again.append(error)
        else:
            raised.append(error)
    left = None
    if again:
        keep = []
        for error in again:
            _leaves(error, keep)
        left = _split_group(original, lambda error: _is_among(error, keep))[0]
    if not raised:
        return left
    if left is not None:
        raised.append(left)
    if len(raised) == 1:
        return raised[0]
    return BaseExceptionGroup("", raised)


def _leaves(error, found):
    if isinstance(error, BaseExceptionGroup):
        for item in error.exceptions:
            _leaves(item, found)
    else:
        found.append(error)


def _is_among(error, others):
    for other in others:
        if other is error:
            return True
    return False


class _Member:
    # What a name in `__slots__` is, seen from the class.
    __doc__ = None

    def __init__(self, cls, name):
        self.__objclass__ = cls
        self.__name__ = name

    def __get__(self, owner, cls=None):
        return self if owner is None else getattr(owner, self.__name__)

    def __set__(self, owner, value):
        object.__setattr__(owner, self.__name__, value)

    def __repr__(self):
        return "<member %r of %r objects>" % (self.__name__, self.__objclass__.__name__)


class _Attribute(_Member):
    def __repr__(self):
        return "<attribute %r of %r objects>" % (self.__name__, self.__objclass__.__name__)


_Member.__name__ = _Member.__qualname__ = "member_descriptor"
_Attribute.__name__ = _Attribute.__qualname__ = "getset_descriptor"


def _dir(value):
    names = _lookup(value, "__dir__")()
    return sorted(names)


def _isinstance(value, cls):
    if isinstance(cls, tuple):
        for item in cls:
            if _isinstance(value, item):
                return True
        return False
    if type(value) is cls:
        return True
    check = _lookup(cls, "__instancecheck__")
    if check is not None:
        return True if check(value) else False
    return cls in type(value).__mro__ or _says_to_be(value, cls)


def _says_to_be(value, cls):
    # A stand-in may have another `__class__` than its type.
    kind = getattr(value, "__class__", None)
    return kind is not type(value) and isinstance(kind, type) and issubclass(kind, cls)


def _issubclass(sub, cls):
    if isinstance(cls, tuple):
        for item in cls:
            if _issubclass(sub, item):
                return True
        return False
    check = _lookup(cls, "__subclasscheck__")
    if check is not None:
        return True if check(sub) else False
    return cls in sub.__mro__


def _class_hooks(cls, **keywords):
    for name, value in _class_attrs(cls):
        method = _lookup(value, "__set_name__")
        if method is not None:
            try:
                method(cls, name)
            except BaseException as error:
                error.add_note("Error calling __set_name__ on '%s' instance '%s' in '%s'"
                               % (_type_name(value), name, cls.__name__))
                raise
    hook = super(cls, cls).__init_subclass__
    if keywords and not _is_python_method(hook):
        raise TypeError(cls.__qualname__ + ".__init_subclass__() takes no keyword arguments")
    hook(**keywords)


class _Property(property):
    # What a subclass of `property` inherits from: all of it in Python.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = getattr(fget, "__doc__", None) if doc is None else doc
        self._name = ""

    def __set_name__(self, owner, name):
        self._name = name

    def _lacks(self, owner, what):
        name = repr(self._name) + " " if self._name else ""
        raise AttributeError("property %sof %r object has no %s" % (name, type(owner).__name__, what))

    def __get__(self, owner, cls=None):
        if owner is None:
            return self
        if self.fget is None:
            self._lacks(owner, "getter")
        return self.fget(owner)

    def __set__(self, owner, value):
        if self.fset is None:
            self._lacks(owner, "setter")
        self.fset(owner, value)

    def __delete__(self, owner):
        if self.fdel is None:
            self._lacks(owner, "deleter")
        self.fdel(owner)

    def _with(self, *parts):
        made = type(self)(*parts, self.__doc__)
        made._name = self._name
        return made

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel)


_Property.__name__ = _Property.__qualname__ = "property"


def _described(found, owner, cls):
    # `__get__` of the built-in descriptors.
    if isinstance(found, property):
        return found if owner is None else found.fget(owner)
    if isinstance(found, staticmethod):
        return found.__func__
    return _function_get(found.__func__, type(owner) if cls is None else cls)


def _function_get(function, instance, owner=None):
    if instance is None:
        return function
    return type(_functions.bound)(function, instance)


class _functions:
    # Only for the class of its bound method.
    def bound(self):
        pass


_functions = _functions()


def _hooked(cls, **keywords):
    _class_hooks(cls, **keywords)
    return cls


def _no_base(base, name, bases):
    # A base that is no class: CPython calls its type with name, bases and namespace.
    kind = type(base).__name__
    if _is_module(base):
        raise TypeError("module() takes at most 2 arguments (3 given)")
    if kind == "function":
        raise TypeError("function() argument 'code' must be code, not str")
    if kind == "method":
        raise TypeError("method expected 2 arguments, got 3")
    if kind == "NoneType":
        raise TypeError("NoneType takes no arguments")
    if kind == "builtin_function_or_method":
        raise TypeError("cannot create 'builtin_function_or_method' instances")
    if kind in ("int", "float", "list", "tuple", "dict", "set"):
        raise TypeError(kind + " expected at most " + ("2" if kind == "int" else "1") + " argument"
                        + ("s" if kind == "int" else "") + ", got 3")
    if kind != "str" and not _is_plain(base):
        type(base)(name, bases, {})
    raise TypeError("bases must be types")


def _build_class_with_entries(function, name, *bases, **keywords):
    real = []
    for base in bases:
        if isinstance(base, type):
            real.append(base)
            continue
        entries = _lookup(base, "__mro_entries__")
        if entries is None:
            _no_base(base, name, bases)
        real.extend(entries(bases))
    cls = __build_class__(function, name, *real, **keywords)
    if any([isinstance(base, _GenericAlias) for base in bases]) and isinstance(cls, type):
        cls.__orig_bases__ = bases
        if any([base.__name__ == "Generic" and base.__module__ == "typing" for base in cls.__mro__]):
            params = []
            for base in bases:
                for param in getattr(base, "__parameters__", ()):
                    if param not in params:
                        params.append(param)
            cls.__parameters__ = tuple(params)
    return cls


def _build_class_prepared(meta, function, name, *bases, **keywords):
    others = {}
    for keyword, value in keywords.items():
        if keyword != "metaclass":
            others[keyword] = value
    namespace = meta.__prepare__(name, bases, **others)
    if type(namespace) is not dict:
        if not hasattr(namespace, "__setitem__"):
            raise TypeError("%s.__prepare__() must return a mapping, not %s" % (meta.__name__, _type_name(namespace)))
        _unsupported("__prepare__() that returns anything but a dict is not supported: let it return a dict")
    return _build_prepared(namespace, function, name, *bases, **keywords)


def _already_defined(name, value):
    raise TypeError("%r already defined as %r" % (name, value))


def _match_kind(subject, name):
    module = _imported("_collections_abc")
    if name in getattr(type(subject), "_abstract", ()):
        return True
    return (module is not None and not isinstance(subject, (str, bytes, bytearray))
            and isinstance(subject, getattr(module, name)))


def _match_keys(subject, keys):
    values = []
    for key in keys:
        value = subject.get(key, _nothing)
        if value is _nothing:
            return None
        values.append(value)
    return tuple(values)


def _match_attributes(subject, names, itself):
    values = [subject] if itself else []
    for name in names:
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


def _generator_throw(generator, kind, value=None, traceback=None):
    if isinstance(kind, type):
        if isinstance(value, kind):
            kind = value
        elif value is None:
            kind = kind()
        else:
            kind = kind(value)
    elif not isinstance(kind, BaseException):
        raise TypeError("exceptions must be classes or instances deriving from BaseException, not "
                        + _type_name(kind))
    return _throw_into(generator, kind)


def _throw_into(generator, error):
    # A generator that waits for another hands the exception down; what that one makes of it comes back.
    inner = _delegate(generator)
    if inner is not None:
        inner = inner[0]
        try:
            if isinstance(error, GeneratorExit):
                if hasattr(inner, "close"):
                    inner.close()
            elif hasattr(inner, "throw"):
                return inner.throw(error)
        except BaseException as failure:
            error = failure
    return _async_throw(generator, error)


class _CoroutineWrapper:
    # What `coroutine.__await__()` gives.
    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()


_CoroutineWrapper.__name__ = _CoroutineWrapper.__qualname__ = "coroutine_wrapper"


def _coroutine_await(coroutine):
    return _CoroutineWrapper(coroutine)


def _generator_close(generator):
    try:
        _throw_into(generator, GeneratorExit())
    except GeneratorExit:
        return None
    except StopIteration as end:
        return end.value
    raise RuntimeError("generator ignored GeneratorExit")


def _generator_left(generator):
    try:
        _generator_close(generator)
    except BaseException as error:
        import sys
        sys._unraisable(None, generator, error)


def _close_left(error, *generators):
    for generator in generators:
        (_async_left if hasattr(generator, "aclose") else _generator_left)(generator)
    if error is not None:
        raise error


def exit(code=None):
    raise SystemExit(code)


def quit(code=None):
    raise SystemExit(code)


def _import_rest(module, target, names):
    # `from module import *`: names of `__all__` that the module makes when they are asked for.
    for name in names:
        setattr(target, name, getattr(module, name))


def _never_awaited(above, *names):
    import warnings
    for name in names:
        warnings._never_awaited(name, above)


def _async_left(generator):
    # The loop over an asynchronous generator was left: the event loop closes it soon.
    events = _imported("asyncio.events")
    loop = None if events is None else events._get_running_loop()
    if loop is not None:
        loop.call_soon(loop.create_task, generator.aclose())


def _lost_and_raise(name, error):
    _never_awaited(False, name)
    raise error


def _report_uncaught(sys, error):
    if sys is None or sys.excepthook is sys.__excepthook__ and sys.stderr is sys.__stderr__:
        _write_error(_traceback(error, True))
        return
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        failure.__context__ = None
        _write_error("Error in sys.excepthook:\n" + _traceback(failure, True)
                     + "\nOriginal exception was:\n" + _traceback(error, True))


def _at_exit(threading, atexit, sys, error):
    if error is not None:
        _report_uncaught(sys, error)
    if threading is not None:
        threading._shutdown()
    if atexit is not None:
        atexit._run_exitfuncs()
    events = _imported("asyncio.events")
    if events is not None:
        events._destroyed()
    # A warning of one place and one text is shown once.
    for name, lost in dict.fromkeys(_unawaited()):
        _write_error("<sys>:0: RuntimeWarning: coroutine '" + name + "' was never awaited\n")
        # What an uncaught error holds goes with the modules too.
        if lost and error is None and _imported("warnings") is not None:
            _write_error("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")


def _format_all(template, items, mapping):
    # str.format where some text needs Python code: see natives/formatting.rs.
    done = []
    while True:
        step = _format_step(template, items, mapping, done)
        if isinstance(step, str):
            return step
        done.append(_format_ask(step[0], step[1], step[2]))


def _percent_all(left, right):
    done = []
    while True:
        step = _percent_step(left, right, done)
        if not isinstance(step, tuple):
            return step
        done.append(_format_ask(step[0], step[1], step[2]))


def _format_ask(ask, a, b):
    if ask == 0:
        return getattr(a, b)
    if ask == 1:
        return a[b]
    if ask == 2:
        return str(a)
    if ask == 3:
        return repr(a)
    if ask == 4:
        return format(a, b)
    if ask == 5:
        return int(a)
    if ask == 6:
        return _index(a)
    if ask == 7:
        return float(a)
    return _lookup(a, "__bytes__")()


def _index(value):
    # An int from what has `__index__`.
    method = _lookup(value, "__index__")
    if method is None:
        raise TypeError("'" + _type_name(value) + "' object cannot be interpreted as an integer")
    result = method()
    if not isinstance(result, int):
        raise TypeError("__index__ returned non-int (type " + _type_name(result) + ")")
    return result


def _int(value):
    method = _lookup(value, "__int__")
    if method is not None and _is_python_method(method):
        result = method()
        if not isinstance(result, int):
            raise TypeError("__int__ returned non-int (type " + _type_name(result) + ")")
        return _base_value(result)
    method = _lookup(value, "__index__")
    if method is not None:
        return _base_value(_index(value))
    result = _lookup(value, "__trunc__")()
    if not isinstance(result, int):
        result = _index(result)
    return _base_value(result)


def _float(value):
    method = _lookup(value, "__float__")
    if method is None:
        return float(_index(value))
    result = method()
    if not isinstance(result, float):
        raise TypeError(_type_name(value) + ".__float__ returned non-float (type "
                        + _type_name(result) + ")")
    return _base_value(result)


def _bytes(value):
    result = _lookup(value, "__bytes__")()
    if not isinstance(result, bytes):
        raise TypeError("__bytes__ returned non-bytes (type " + _type_name(result) + ")")
    return result


def _str_translate(text, table):
    out = []
    for c in text:
        try:
            new = table[ord(c)]
        except LookupError:
            out.append(c)
            continue
        if new is None:
            continue
        out.append(new if isinstance(new, str) else chr(new))
    return "".join(out)


def _maketrans(mapping):
    if not isinstance(mapping, dict):
        raise TypeError("if you give only one argument to maketrans it must be a dict")
    table = {}
    for key, value in mapping.items():
        if isinstance(key, int):
            table[key] = value
        elif not isinstance(key, str):
            raise TypeError("keys in translate table must be strings or integers")
        elif len(key) != 1:
            raise ValueError("string keys in translate table must be of length 1")
        else:
            table[ord(key)] = value
    return table


def _abs(value):
    return _lookup(value, "__abs__")()


def _round(value, digits):
    method = _lookup(value, "__round__")
    if digits is None:
        return method()
    return method(digits)


def _pow(base, exp, mod):
    method = _lookup(base, "__pow__")
    if method is not None:
        result = method(exp, mod)
        if result is not NotImplemented:
            return result
    x = _base_value(base)
    if x is not None:
        return pow(x, exp, mod)
    raise TypeError("unsupported operand type(s) for ** or pow(): '" + _type_name(base) + "', '"
                    + _type_name(exp) + "', '" + _type_name(mod) + "'")


def _divmod(a, b):
    method = _lookup(a, "__divmod__")
    if method is not None:
        result = method(b)
        if result is not NotImplemented:
            return result
    method = _lookup(b, "__rdivmod__")
    if method is not None:
        result = method(a)
        if result is not NotImplemented:
            return result
    x = _base_value(a)
    y = _base_value(b)
    if x is not None and y is not None and _is_plain(x, y):
        return divmod(x, y)
    raise TypeError("unsupported operand type(s) for divmod(): '" + _type_name(a) + "' and '"
                    + _type_name(b) + "'")


def _prefixed(value, radix):
    value = _index(value)
    if radix == 2:
        return bin(value)
    if radix == 8:
        return oct(value)
    return hex(value)


def _set_method(name, this, others):
    # Methods of sets some of whose items are hashed or compared by Python code.
    if name == "issubset":
        other = set(others[0])
        for item in this:
            if item not in other:
                return False
        return True
    if name == "issuperset":
        for item in others[0]:
            if item not in this:
                return False
        return True
    if name == "isdisjoint":
        for item in others[0]:
            if item in this:
                return False
        return True
    if name == "update":
        for other in others:
            for item in other:
                _set_add(this, item)
        return None
    if name in ("union", "intersection", "difference", "symmetric_difference"):
        result = set()
        for item in this:
            _set_add(result, item)
        for other in others:
            result = _set_combined(name, result, other)
        return frozenset(result) if isinstance(this, frozenset) else result
    result = this
    for other in others:
        result = _set_combined(name[:-7], result, other)
    items = list(result)
    this.clear()
    for item in items:
        _set_add(this, item)
    return None


def _set_combined(name, left, right):
    result = set()
    if name == "union":
        for item in left:
            _set_add(result, item)
        for item in right:
            _set_add(result, item)
    elif name == "intersection":
        for item in right:
            if item in left:
                _set_add(result, item)
    else:
        right = set(right)
        for item in left:
            if item not in right:
                _set_add(result, item)
        if name == "symmetric_difference":
            for item in right:
                if item not in left:
                    _set_add(result, item)
    return result


def _set_discard_any(s, item):
    _set_discard(s, item)
    return None


def _set_remove_any(s, item):
    if not _set_discard(s, item):
        raise KeyError(item)
    return None


def _set_inplace(name, this, other):
    _set_method(name, this, (other,))
    return this


def _with_floats(function, *args):
    # A function of math with arguments that have `__float__`.
    return function(*[float(arg) for arg in args])


def _math_whole(name, value):
    method = _lookup(value, "__" + name + "__")
    if method is not None:
        return method()
    if name == "trunc":
        raise TypeError("type " + _type_name(value) + " doesn't define __trunc__ method")
    if _lookup(value, "__float__") is None and _lookup(value, "__index__") is None:
        raise TypeError("must be real number, not " + _type_name(value))
    x = float(value)
    return x.__floor__() if name == "floor" else x.__ceil__()


def _product(items, total):
    for item in items:
        total = total * item
    return total


def _sumprod(p, q):
    p = list(p)
    q = list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    return sum([a * b for a, b in zip(p, q)])


def aiter(async_iterable, /):
    method = _lookup(async_iterable, "__aiter__")
    if method is None:
        raise TypeError("'" + _type_name(async_iterable) + "' object is not an async iterable")
    iterator = method()
    if _lookup(iterator, "__anext__") is None:
        raise TypeError("aiter() returned not an async iterator of type '" + _type_name(iterator) + "'")
    return iterator


def anext(async_iterator, /, *default):
    if len(default) > 1:
        raise TypeError("anext expected at most 2 arguments, got " + str(len(default) + 1))
    method = _lookup(async_iterator, "__anext__")
    if method is None:
        raise TypeError("'" + _type_name(async_iterator) + "' object is not an async iterator")
    awaitable = method()
    return _anext_default(awaitable, default[0]) if default else awaitable


async def _anext_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def _reduce_ex(value, protocol):
    # What `object.__reduce_ex__` gives: the class may say what it is made from and what its state is.
    kind = type(value)
    if protocol is not None and _is_python(kind.__reduce__):
        return value.__reduce__()
    function, args, state, items, pairs = _default_reduction(value)
    if _is_python(_getattr_default(kind, "__getnewargs_ex__", None)):
        import copyreg
        args, keywords = value.__getnewargs_ex__()
        function, args = copyreg.__newobj_ex__, (kind, args, keywords)
    elif _is_python(_getattr_default(kind, "__getnewargs__", None)):
        args = (kind,) + tuple(value.__getnewargs__())
    if _is_python(kind.__getstate__):
        state = value.__getstate__()
    return function, args, state, items, pairs


def _spawn_main(data):
    # The first thing that a spawned process does.
    import multiprocessing.spawn
    multiprocessing.spawn._begin(data)


class _UnionType:
    # `int | str`
    def __init__(self, args):
        self.__args__ = args

    def __or__(self, other):
        return _type_union(self, other)

    def __ror__(self, other):
        return _type_union(other, self)

    def __instancecheck__(self, value):
        for cls in self.__args__:
            if isinstance(value, cls):
                return True
        return False

    def __subclasscheck__(self, other):
        for cls in self.__args__:
            if issubclass(other, cls):
                return True
        return False

    def __eq__(self, other):
        if not isinstance(other, _UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        parts = []
        for cls in self.__args__:
            if cls is type(None):
                parts.append("None")
            else:
                parts.append(_type_text(cls))
        return " | ".join(parts)


_UnionType.__name__ = _UnionType.__qualname__ = "UnionType"
_UnionType.__module__ = "types"


def _type_union(left, right):
    args = []
    for side in (left, right):
        for cls in side.__args__ if isinstance(side, _UnionType) else (side,):
            if cls is None:
                cls = type(None)
            if cls not in args:
                args.append(cls)
    return args[0] if len(args) == 1 else _UnionType(tuple(args))


def _import_from(getter, module, name):
    # `from module import name` where the module defines `__getattr__`.
    try:
        return getter(name)
    except AttributeError:
        pass
    error = ImportError("cannot import name %r from %r (unknown location)" % (name, module.__name__))
    error.name = module.__name__
    raise error


class _GenericAlias:
    # `list[int]`
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __call__(self, *args, **keywords):
        result = self.__origin__(*args, **keywords)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, value):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __or__(self, other):
        return _type_union(self, other)

    def __ror__(self, other):
        return _type_union(other, self)

    def __getitem__(self, key):
        params = self.__parameters__
        values = key if isinstance(key, tuple) else (key,)
        if not params:
            raise TypeError(repr(self) + " is not a generic class")
        known = {}
        for param, value in zip(params, values):
            known[param] = value
        args = []
        for arg in self.__args__:
            inner = () if arg in params else _getattr_default(arg, "__parameters__", ())
            if inner and not isinstance(arg, type):
                arg = arg[tuple([known[param] for param in inner])]
            args.append(known.get(arg, arg) if arg in params else arg)
        return type(self)(self.__origin__, tuple(args))

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            if hasattr(arg, "__constraints__"):
                inner = (arg,)
            else:
                inner = () if isinstance(arg, type) else _getattr_default(arg, "__parameters__", ())
            for param in inner:
                if param not in found:
                    found.append(param)
        return tuple(found)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        return (isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        parts = ["..." if arg is ... else _type_text(arg) for arg in self.__args__]
        if self.__origin__.__name__ == "Callable" and parts[0] != "...":
            parts = ["[" + ", ".join(parts[:-1]) + "]", parts[-1]]
        return _type_text(self.__origin__) + "[" + ", ".join(parts) + "]"


_GenericAlias.__name__ = _GenericAlias.__qualname__ = "GenericAlias"
_GenericAlias.__module__ = "types"


def _type_text(cls):
    if isinstance(cls, type):
        return cls.__qualname__ if cls.__module__ == "builtins" else cls.__module__ + "." + cls.__qualname__
    return repr(cls)


def _generic_alias(origin, key):
    if not isinstance(key, tuple):
        key = (key,)
    elif isinstance(key[0], list):
        key = (*key[0], *key[1:])
    return _GenericAlias(origin, key)


class _AsyncStep:
    # What `__anext__`, `asend` and `athrow` of an asynchronous generator give: awaited, it runs the
    # generator to its next `yield` and passes on what is awaited there.
    def __init__(self, generator, value, error):
        self._generator = generator
        self._value = value
        self._error = error
        self._begun = False
        self._over = False

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        if self._over:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        if not self._begun:
            self._begun = True
            if self._error is not None:
                return self._go_on(_throw_into, self._error)
            value = self._value
        return self._go_on(_async_send, value)

    def throw(self, kind, value=None, traceback=None):
        self._begun = True
        return self._go_on(_throw_into, kind() if isinstance(kind, type) else kind)

    def close(self):
        self._over = True

    def _go_on(self, function, value):
        try:
            result = function(self._generator, value)
        except StopIteration:
            self._over = True
            raise StopAsyncIteration from None
        except BaseException:
            self._over = True
            raise
        item = _async_item(result)
        if item is None:
            return result
        self._over = True
        raise StopIteration(item[0])


def _async_step(generator, value, error):
    if isinstance(error, type):
        error = error()
    return _AsyncStep(generator, value, error)


async def _async_close(generator):
    try:
        await _AsyncStep(generator, None, GeneratorExit())
    except (StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError("async generator ignored GeneratorExit")


def _handle_signal(number):
    import _lockstep
    signal = _lockstep.loaded("signal")
    if signal is None:
        raise KeyboardInterrupt
    signal._handle(number)
