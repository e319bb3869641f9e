from multiprocessing import Process, SimpleQueue


def work(q, n):
    q.put(n)


if __name__ == "__main__":
    q = SimpleQueue()
    processes = [Process(target=work, args=(q, n)) for n in range(2)]
    for p in processes:
        p.start()
    print(q.get(), q.get())
    for p in processes:
        p.join()
