# initializer and initargs run once in each worker; maxtasksperchild replaces workers.
import multiprocessing
import os

state = None


def set_up(word, counter):
    global state
    state = word
    with counter.get_lock():
        counter.value += 1


def use(n):
    return state, n, multiprocessing.current_process().daemon


def pid(n):
    return os.getpid()


if __name__ == "__main__":
    counter = multiprocessing.Value("i", 0)
    with multiprocessing.Pool(2, initializer=set_up, initargs=("ready", counter)) as pool:
        print(pool.map(use, range(3)))
        print(state)
    with multiprocessing.Pool(1) as pool:
        print(len(set(pool.map(pid, range(6), chunksize=1))))
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        print(len(set(pool.map(pid, range(6), chunksize=1))))

# stdout:
#| [('ready', 0, True), ('ready', 1, True), ('ready', 2, True)]
#| None
#| 1
#| 3
