import multiprocessing


def add(counter):
    counter.value += 1


if __name__ == "__main__":
    counter = multiprocessing.Value("i", 0)
    workers = [
        multiprocessing.Process(target=add, args=(counter,))
        for _ in range(2)
    ]
    for p in workers:
        p.start()
    for p in workers:
        p.join()
    print(counter.value)
