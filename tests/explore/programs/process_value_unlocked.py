from multiprocessing import Process, Value

v = Value("i", 0, lock=False)


def work():
    v.value += 1


if __name__ == "__main__":
    processes = [Process(target=work) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(v.value)
