# Manager: dict and list proxies shared between processes; nested plain objects are copies.
import multiprocessing

def work(d, l, n):
    d[n] = n * n
    l.append(n)

if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        d, l = manager.dict(), manager.list([100])
        for n in range(3):
            p = multiprocessing.Process(target=work, args=(d, l, n))
            p.start()
            p.join()
        print(d, l)  # expect: {0: 0, 1: 1, 2: 4} [100, 0, 1, 2]
        print(dict(d), len(l), l[0], l[-2:], 2 in d, d.get(9, "none"))  # expect: {0: 0, 1: 1, 2: 4} 4 100 [1, 2] True none
        d["inner"] = [1]
        d["inner"].append(2)
        print(d["inner"])  # expect: [1]
        inner = d["inner"]
        inner.append(2)
        d["inner"] = inner
        print(d["inner"], sorted(l, reverse=True))  # expect: [1, 2] [100, 2, 1, 0]
        try:
            d["missing"]
        except KeyError as error:
            print(repr(error))  # expect: KeyError('missing')
        print(d.pop(0), d.keys(), l.pop(), l.index(100))  # expect: 0 [1, 2, 'inner'] 2 0
