# A shared array filled in parts: each process its own slice, no lock needed.
import multiprocessing


def mark(flags, start, stop):
    for n in range(max(start, 2), stop):
        flags[n] = int(all(n % d for d in range(2, int(n ** 0.5) + 1)))


if __name__ == "__main__":
    flags = multiprocessing.Array("b", 60, lock=False)
    processes = [multiprocessing.Process(target=mark, args=(flags, at, at + 20)) for at in (0, 20, 40)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([n for n in range(60) if flags[n]])

# stdout:
#| [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]
