# Arguments are copied for the child at start, not at construction (fork), and mutable ones do not come back.
import multiprocessing


def work(items, *rest, key=None):
    items.append(4)
    print(items, rest, key, flush=True)


if __name__ == "__main__":
    items = [1, 2]
    process = multiprocessing.Process(None, work, "named", (items, "x", "y"), {"key": "value"})
    items.append(3)
    process.start()
    process.join()
    print(items, process.name)

# stdout:
#| [1, 2, 3, 4] ('x', 'y') value
#| [1, 2, 3] named
