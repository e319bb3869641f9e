from multiprocessing import Process


def work():
    pass


if __name__ == "__main__":
    p = Process(target=work)
    p.start()
    p.join(0.1)
    print(p.exitcode)
    p.join()
    print(p.exitcode)
