# Interview lru cache.
import threading, collections, functools
class LRU:
    def __init__(self, cap): self.cap, self.d, self.lock = cap, collections.OrderedDict(), threading.RLock()
    def get(self, k, default=None):
        with self.lock:
            if k not in self.d: return default
            self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        with self.lock:
            self.d[k] = v; self.d.move_to_end(k)
            if len(self.d) > self.cap: print("evict", self.d.popitem(last=False))
c = LRU(2); c.put(1, "a"); c.put(2, "b"); c.get(1); c.put(3, "c"); print(c.get(2), c.get(1), list(c.d.items()))
@functools.lru_cache(maxsize=2)
def sq(x): print("compute", x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2)
print(sq.cache_info(), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info(), sq.__wrapped__(4))
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().hits)
class P:
    @functools.cached_property
    def v(self): print("once"); return 5
p = P(); print(p.v, p.v, p.__dict__)
print(functools.partial(int, base=2)("101"), functools.partial(print, 1, sep="-"))

# stdout:
#| evict (2, 'b')
#| None a [(3, 'c'), (1, 'a')]
#| compute 1
#| compute 2
#| compute 3
#| compute 2
#| CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False}
#| compute 4
#| CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 16
#| 23416728348467685 78
#| once
#| 5 5 {'v': 5}
#| 5 functools.partial(<built-in function print>, 1, sep='-')
