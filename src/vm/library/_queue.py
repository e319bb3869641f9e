# What of `queue` is C in CPython.
import _lockstep
import threading


class Empty(Exception):
    pass


class SimpleQueue:
    def __new__(cls, *args):
        if args:
            raise TypeError("SimpleQueue() takes no positional arguments")
        return object.__new__(cls)

    def __init__(self):
        self._items = []
        self._ready = threading.Condition(threading.Lock())
        self._ready._reported = self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")

    def put(self, item, block=True, timeout=None):
        with self._ready:
            self._items.append(item)
            _lockstep.put(self, item)
            self._ready.notify()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._ready:
            if not self._items and block:
                endtime = None
                if timeout is not None:
                    endtime = _lockstep.clock(1) / 1000000000 + timeout
                while not self._items:
                    remaining = None
                    if endtime is not None:
                        remaining = endtime - _lockstep.clock(1) / 1000000000
                        if remaining <= 0:
                            break
                    self._ready._wait(remaining, "get")
            if not self._items:
                raise Empty
            item = self._items.pop(0)
            _lockstep.get(self, item)
            return item

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)
