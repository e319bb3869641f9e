# Which exception is the context of one that is thrown into a generator, raised in one, or raised by its end.
import sys, contextlib
def g():
    yield 1
    try:
        raise OSError(1)
    except OSError as e:
        print('in', repr(e.__context__))
        yield 2
        print('still', repr(sys.exception()))
    print('after', repr(sys.exception()))
    try:
        raise
    except BaseException as e:
        print(type(e), e)
    yield 3
it = g()
try:
    raise KeyError('a')
except KeyError:
    next(it)
next(it)
try:
    raise IndexError('b')
except IndexError:
    print(next(it), sys.exception())
it = g(); next(it)
try:
    raise IndexError('b')
except IndexError:
    next(it)
    print(repr(sys.exception()))
next(it)
def h():
    try: yield
    except KeyError:
        yield 1
it = h(); next(it); it.throw(KeyError(1))
try: it.throw(OSError(2))
except OSError as e: print(repr(e.__context__), repr(e.__context__.__context__))
try:
    raise KeyError('q')
except KeyError:
    try: it.throw(OSError(3))
    except OSError as e: print(repr(e.__context__))
    it = h()
    try: it.throw(OSError(4))
    except OSError as e: print(repr(e.__context__))
    class E(Exception): pass
    try: h().throw(E)
    except E as e: print(repr(e.__context__))
    def outer(): yield from h()
    it = outer(); next(it)
    try: it.throw(OSError(5))
    except OSError as e: print(repr(e.__context__))
    it = outer(); next(it); it.throw(KeyError(7))
    try: it.throw(OSError(6))
    except OSError as e: print(repr(e.__context__))
    def lst():
        try: 1/0
        except ZeroDivisionError:
            for x in (i for i in [1, 2]):
                yield x
        raise TypeError('end')
    try: list(lst())
    except TypeError as e: print(repr(e.__context__))


@contextlib.contextmanager
def manager():
    try:
        yield 1
    finally:
        print("out")


def ends():
    return next(iter([]))


def within():
    try:
        1 / 0
    except ZeroDivisionError:
        with manager():
            try:
                raise ValueError
            except ValueError:
                ends()


try:
    within()
except StopIteration as e:
    print(repr(e), repr(e.__context__))

# stdout:
#| in None
#| still OSError(1)
#| after IndexError('b')
#| <class 'IndexError'> b
#| 3 b
#| in IndexError('b')
#| IndexError('b')
#| still OSError(1)
#| after None
#| <class 'RuntimeError'> No active exception to reraise
#| KeyError(1) None
#| None
#| None
#| None
#| None
#| KeyError(7)
#| KeyError('q')
#| out
#| StopIteration() ValueError()
