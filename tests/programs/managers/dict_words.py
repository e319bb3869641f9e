# A managed dict: every method, shared by processes.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def work(shared, key):
    shared[key] = key * 2


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        shared = manager.dict({"a": 1}, b=2)
        processes = [multiprocessing.Process(target=work, args=(shared, key)) for key in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(sorted(shared.keys(), key=str), len(shared), shared["a"], shared.get("z"), shared.get("z", 0), "a" in shared)
        print(sorted(shared.values()), sorted(shared.items(), key=str))
        print(sorted(str(key) for key in shared))
        print(shared.pop("a"), shared.pop("a", None), shared.setdefault("n", []), shared.setdefault("b", 5))
        shared.update({"u": 1}, v=2)
        del shared["u"]
        shared["n"].append("lost")
        print(shared["n"], shared["v"])
        attempt(lambda: shared["absent"])
        attempt(lambda: shared.pop("absent"))
        attempt(lambda: shared[[1]])
        attempt(lambda: shared.missing)
        copied = shared.copy()
        print(type(copied).__name__, copied == dict(shared))
        shared.clear()
        print(shared, len(shared), type(shared).__name__)
        attempt(shared.popitem)
        nested = manager.dict()
        nested["inner"] = manager.dict()
        nested["inner"]["x"] = 1
        print(nested["inner"]["x"], type(nested["inner"]).__name__)

# stdout:
#| [0, 1, 2, 'a', 'b'] 5 1 None 0 True
#| [0, 1, 2, 2, 4] [('a', 1), ('b', 2), (0, 0), (1, 2), (2, 4)]
#| ['0', '1', '2', 'a', 'b']
#| 1 None [] 2
#| [] 2
#| KeyError 'absent'
#| KeyError 'absent'
#| TypeError unhashable type: 'list'
#| AttributeError 'DictProxy' object has no attribute 'missing'
#| dict True
#| {} 0 DictProxy
#| KeyError 'popitem(): dictionary is empty'
#| 1 DictProxy
