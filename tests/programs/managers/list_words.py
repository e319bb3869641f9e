# A managed list: every method, shared by processes.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def work(shared, n):
    shared.append(n)
    shared += [n * 10]


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        shared = manager.list([3, 1, 2])
        for n in (4, 5):
            process = multiprocessing.Process(target=work, args=(shared, n))
            process.start()
            process.join()
        print(shared, len(shared), shared[0], shared[-1], shared[1:3], 40 in shared)
        shared.sort()
        shared.reverse()
        print(list(shared), sum(shared), shared.count(1), shared.index(2))
        shared.insert(0, "first")
        shared.extend("ab")
        print(shared.pop(), shared.pop(0), shared[:])
        shared.remove("a")
        del shared[0]
        shared[0] = "zero"
        shared[1:2] = [7, 8]
        print(shared, shared + [1], [x for x in shared], list(reversed(shared)))
        shared *= 2
        print(len(shared), shared * 1 == shared[:], str(shared.copy()))
        attempt(lambda: shared[100])
        attempt(lambda: shared.remove("absent"))
        attempt(lambda: shared.index("absent"))
        attempt(lambda: shared.pop(100))
        attempt(lambda: shared.push(1))
        attempt(lambda: shared.sort())
        shared.clear()
        print(shared, bool(shared[:]), type(shared).__name__, repr(shared).split(" at ")[0])
        nested = manager.list([[1], [2]])
        nested[0].append("lost")
        inner = nested[1]
        inner.append("kept")
        nested[1] = inner
        print(nested)
        deep = manager.list([manager.list([1])])
        deep[0].append("kept too")
        print(deep[0])

# stdout:
#| [3, 1, 2, 4, 40, 5, 50] 7 3 50 [1, 2] True
#| [50, 40, 5, 4, 3, 2, 1] 105 1 5
#| b first [50, 40, 5, 4, 3, 2, 1, 'a']
#| ['zero', 7, 8, 4, 3, 2, 1] ['zero', 7, 8, 4, 3, 2, 1, 1] ['zero', 7, 8, 4, 3, 2, 1] [1, 2, 3, 4, 8, 7, 'zero']
# stderr:
#| Traceback (most recent call last):
#|   File "list_words.py", line 37, in <module>
#|     print(len(shared), shared * 1 == shared[:], str(shared.copy()))
#|                                                     ^^^^^^^^^^^
#| AttributeError: 'ListProxy' object has no attribute 'copy'
# exit: 1
