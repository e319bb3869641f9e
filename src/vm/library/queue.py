# Queues between threads.
import _lockstep
import threading
from _queue import Empty, SimpleQueue


__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class _Items(list):
    # The items of a queue: a deque, as far as programs look at them.
    __module__ = "collections"
    maxlen = None

    def popleft(self):
        if not self:
            raise IndexError("pop from an empty deque")
        return self.pop(0)

    def appendleft(self, item, /):
        self.insert(0, item)

    def extendleft(self, items, /):
        for item in items:
            self.insert(0, item)

    def rotate(self, n=1, /):
        if self:
            n %= len(self)
            self[:] = self[len(self) - n:] + self[:len(self) - n]

    def __reduce_ex__(self, protocol):
        from collections import deque
        return deque, (list(self),)

    def __repr__(self):
        return "deque([" + ", ".join([repr(item) for item in self]) + "])"


_Items.__name__ = _Items.__qualname__ = "deque"


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.not_empty._reported = self
        self.not_full._reported = self
        self.all_tasks_done._reported = self
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done._wait(None, "join")

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full._wait(None, "put")
                        if self.is_shutdown:
                            raise ShutDown
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")
                else:
                    endtime = _lockstep.clock(1) / 1000000000 + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = endtime - _lockstep.clock(1) / 1000000000
                        if remaining <= 0.0:
                            raise Full
                        self.not_full._wait(remaining, "put")
                        if self.is_shutdown:
                            raise ShutDown
            self._put(item)
            _lockstep.put(self, item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not block:
                if not self._qsize():
                    raise Empty
            elif timeout is None:
                while not self._qsize():
                    self.not_empty._wait(None, "get")
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            else:
                endtime = _lockstep.clock(1) / 1000000000 + timeout
                while not self._qsize():
                    remaining = endtime - _lockstep.clock(1) / 1000000000
                    if remaining <= 0.0:
                        raise Empty
                    self.not_empty._wait(remaining, "get")
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown
            item = self._get()
            _lockstep.get(self, item)
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def _init(self, maxsize):
        self.queue = _Items()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heap = self.queue
        heap.append(item)
        position = len(heap) - 1
        while position > 0:
            parent = (position - 1) >> 1
            if item < heap[parent]:
                heap[position] = heap[parent]
                position = parent
                continue
            break
        heap[position] = item

    def _get(self):
        heap = self.queue
        last = heap.pop()
        if not heap:
            return last
        first = heap[0]
        # As heapq: sift the hole down to a leaf, then the last item up.
        end = len(heap)
        position = 0
        child = 1
        while child < end:
            right = child + 1
            if right < end and not heap[child] < heap[right]:
                child = right
            heap[position] = heap[child]
            position = child
            child = 2 * position + 1
        heap[position] = last
        while position > 0:
            parent = (position - 1) >> 1
            if last < heap[parent]:
                heap[position] = heap[parent]
                position = parent
                continue
            break
        heap[position] = last
        return first
