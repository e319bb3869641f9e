# What is no instance, no class or no exception where one belongs is told.
import asyncio
from contextlib import asynccontextmanager


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


told(lambda: set.add(1, 2))
told(lambda: list.append(5, 1))
told(lambda: list.append(1))
told(lambda: str.upper(5))
told(lambda: dict.get([], 1))
told(lambda: int.__add__("a", 1))
told(lambda: int.__add__(True, 1))
told(lambda: tuple.index([1], 1))


def positional(a, b, c=3, /, d=4):
    pass


told(lambda: positional(a=1, b=2))
told(lambda: positional(1, b=2, d=5, x=7))


class A:
    def none():
        super().none()

    @staticmethod
    def static():
        return super()

    def own(self):
        return super().__class__


told(A.none)
told(A.static)
told(lambda: A().own() is super)


def delegating():
    async def nothing():
        pass
    coroutine = nothing()
    try:
        yield from coroutine
    except TypeError as error:
        print(error)
    coroutine.close()


list(delegating())


class E(Exception):
    def __new__(cls, *args):
        return 5


def raised():
    raise E


def caused():
    raise ValueError from E


told(raised)


def star():
    try:
        raise ValueError("only")
    except* (ValueError, 5):
        print("caught")


def plain():
    try:
        raise ValueError("only")
    except (ValueError, 5):
        print("caught")


told(plain)
try:
    star()
except TypeError as error:
    print(error)


@asynccontextmanager
async def around(name):
    print("before", name)
    yield
    print("after", name)


@around("call")
async def work(x):
    print("work", x)
    return x


async def main():
    print(await work(1), await work(2))


asyncio.run(main())

# stdout:
#| TypeError descriptor 'add' for 'set' objects doesn't apply to a 'int' object
#| TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
#| TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
#| TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
#| TypeError descriptor 'get' for 'dict' objects doesn't apply to a 'list' object
#| TypeError descriptor '__add__' requires a 'int' object but received a 'str'
#| 2
#| TypeError descriptor 'index' for 'tuple' objects doesn't apply to a 'list' object
#| TypeError positional() got some positional-only arguments passed as keyword arguments: 'a, b'
#| TypeError positional() got some positional-only arguments passed as keyword arguments: 'b'
#| RuntimeError super(): no arguments
#| RuntimeError super(): no arguments
#| True
#| cannot 'yield from' a coroutine object in a non-coroutine generator
#| TypeError calling <class '__main__.E'> should have returned an instance of BaseException, not <class 'int'>
#| TypeError catching classes that do not inherit from BaseException is not allowed
#| catching classes that do not inherit from BaseException is not allowed
#| before call
#| work 1
#| after call
#| before call
#| work 2
#| after call
#| 1 2
