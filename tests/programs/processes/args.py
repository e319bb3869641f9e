# Arguments of many kinds, keyword arguments too.
import multiprocessing

def report(number, items, *more, label="none", **rest):
    items.append(number)
    print(number, items, more, label, rest, flush=True)

if __name__ == "__main__":
    items = ["a"]
    for args, kwargs in [((1, items), {}), ((2, items, "x", None), {"label": "two"}), ((3, items), {"extra": (1, 2)})]:
        p = multiprocessing.Process(target=report, args=args, kwargs=kwargs)
        p.start()
        p.join()
    print(items)

# stdout:
#| 1 ['a', 1] () none {}
#| 2 ['a', 2] ('x', None) two {}
#| 3 ['a', 3] () none {'extra': (1, 2)}
#| ['a']
