# An item of a manager's dict is read and written by two calls.
from multiprocessing import Manager, Process


def work(d):
    d["n"] += 1


if __name__ == "__main__":
    with Manager() as manager:
        d = manager.dict(n=0)
        one = Process(target=work, args=(d,))
        two = Process(target=work, args=(d,))
        one.start()
        two.start()
        one.join()
        two.join()
        print(d["n"])
