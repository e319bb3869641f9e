# Callbacks run in a thread of the parent, each once, before get() returns for whoever waits.
import multiprocessing
import threading


def square(n):
    return n * n


def keep(value):
    results.append(value)
    threads.add(threading.current_thread() is threading.main_thread())


if __name__ == "__main__":
    results, threads = [], set()
    with multiprocessing.Pool(2) as pool:
        handles = [pool.apply_async(square, (i,), callback=keep) for i in range(5)]
        for handle in handles:
            handle.wait()
        print(sorted(results), threads)
        pool.map_async(square, range(3), callback=results.append).wait()
        pool.starmap_async(pow, [(2, 3)], callback=results.append).wait()
        print(results[5:])

# stdout:
#| [0, 1, 4, 9, 16] {False}
#| [[0, 1, 4], [8]]
