import multiprocessing


def work(n):
    n.value = 2


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    n = context.Value("i", 1, lock=False)
    p = context.Process(target=work, args=(n,))
    p.start()
    p.join(1)
    print(n.value)
    p.join()
