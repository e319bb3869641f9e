# += on an item of a managed dict is a read and a write: without a lock updates are lost.
import multiprocessing


def add(shared, read, go):
    old = shared["n"]
    read.set()
    go.wait()
    shared["n"] = old + 1


def add_safely(shared, lock):
    with lock:
        shared["n"] += 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        shared, go, lock = manager.dict(n=0), manager.Event(), manager.Lock()
        reads = [manager.Event() for _ in range(2)]
        processes = [multiprocessing.Process(target=add, args=(shared, read, go)) for read in reads]
        for process in processes:
            process.start()
        for read in reads:
            read.wait()
        go.set()
        for process in processes:
            process.join()
        print("unsafe", shared["n"])
        processes = [multiprocessing.Process(target=add_safely, args=(shared, lock)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print("safe", shared["n"])

# stdout:
#| unsafe 1
#| safe 4
