# Interview singleton.
import threading
class Singleton:
    _instance = None
    _lock = threading.Lock()
    made = 0
    def __new__(cls, *args):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
                    cls.made += 1
        return cls._instance
got = []
ts = [threading.Thread(target=lambda: got.append(Singleton())) for _ in range(10)]
for t in ts: t.start()
for t in ts: t.join()
print(len(set(map(id, got))), Singleton.made)
class Meta(type):
    _i = {}; _l = threading.Lock()
    def __call__(cls, *a, **k):
        with Meta._l:
            if cls not in Meta._i: Meta._i[cls] = super().__call__(*a, **k)
        return Meta._i[cls]
class DB(metaclass=Meta):
    def __init__(self, url): self.url = url
print(DB("x") is DB("y"), DB("z").url)

# stdout:
#| 1 1
#| True x
