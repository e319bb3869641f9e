# Generic classes remember what they are subscripted with; so do those of the library
import asyncio
import collections
import queue
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []


class Pair(Generic[K, T]): pass
class Ints(Stack[int]): pass
class Box[Y]: pass


s = Stack[int]()
print(Stack[int], s.__orig_class__, Stack.__parameters__, Stack.__orig_bases__, s.items)
print(Pair[str, int], Pair[str, T][int], Pair[str, int].__args__, Pair[str, list[T]].__parameters__)
print(Ints.__mro__, Ints.__orig_bases__, Box[int], Box[str].__args__)
for attempt in (lambda: Stack[int, str], lambda: Ints[int], lambda: isinstance(s, Stack[int])):
    try:
        attempt()
    except TypeError as error:
        print(error)
print(queue.Queue[int], queue.SimpleQueue[int], Future[int], asyncio.Queue[int], collections.deque[int],
      collections.defaultdict[str, int])


class Pipeline(queue.Queue[int]): pass


def use(q: queue.Queue[int]) -> Future[int]:
    return q.get()


q: queue.Queue[int] = Pipeline()
q.put(1)
print(use(q), Pipeline.__mro__[1], asyncio.Queue[int]().__orig_class__)

# stdout:
#| __main__.Stack[int] __main__.Stack[int] (~T,) (typing.Generic[~T],) []
#| __main__.Pair[str, int] __main__.Pair[str, int] (<class 'str'>, <class 'int'>) (~T,)
#| (<class '__main__.Ints'>, <class '__main__.Stack'>, <class 'typing.Generic'>, <class 'object'>) (__main__.Stack[int],) __main__.Box[int] (<class 'str'>,)
#| Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
#| <class '__main__.Ints'> is not a generic class
#| Subscripted generics cannot be used with class and instance checks
#| queue.Queue[int] _queue.SimpleQueue[int] concurrent.futures._base.Future[int] asyncio.queues.Queue[int] collections.deque[int] collections.defaultdict[str, int]
#| 1 <class 'queue.Queue'> asyncio.queues.Queue[int]
