from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == "__main__":
    a, b = Lock(), Lock()
    processes = [Process(target=work, args=p) for p in ((a, b), (b, a))]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print("done")
