# Seldom used names of modules: operators in place, codes of arrays, how a function is written.
import array
import inspect
import operator

for name in ("ifloordiv", "imod", "ipow", "itruediv", "ilshift", "irshift", "ixor"):
    print(name, getattr(operator, name)(13, 3))
print(array.typecodes, array.ArrayType is array.array)


def f(a, b: int = 2, *rest, key, other=3, **more) -> str:
    pass


def g():
    pass


class A:
    def method(self, x=1):
        pass


print(inspect.getfullargspec(f))
print(inspect.getfullargspec(g))
print(inspect.getfullargspec(A.method).args, inspect.getfullargspec(A().method).args)
print(inspect.getfullargspec(lambda *, k: k))
try:
    inspect.getfullargspec(3)
except TypeError as error:
    print(error)


async def coroutine():
    pass


c = coroutine()
print(inspect.getcoroutinestate(c) == inspect.CORO_CREATED)
c.close()
print(inspect.getcoroutinestate(c) == inspect.CORO_CLOSED)

# stdout:
#| ifloordiv 4
#| imod 1
#| ipow 2197
#| itruediv 4.333333333333333
#| ilshift 104
#| irshift 1
#| ixor 14
#| bBuwhHiIlLqQfd True
#| FullArgSpec(args=['a', 'b'], varargs='rest', varkw='more', defaults=(2,), kwonlyargs=['key', 'other'], kwonlydefaults={'other': 3}, annotations={'return': <class 'str'>, 'b': <class 'int'>})
#| FullArgSpec(args=[], varargs=None, varkw=None, defaults=None, kwonlyargs=[], kwonlydefaults=None, annotations={})
#| ['self', 'x'] ['self', 'x']
#| FullArgSpec(args=[], varargs=None, varkw=None, defaults=None, kwonlyargs=['k'], kwonlydefaults=None, annotations={})
#| unsupported callable
#| True
#| True
