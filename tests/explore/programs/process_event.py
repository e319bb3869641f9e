import multiprocessing


def work(e):
    e.set()


e = multiprocessing.Event()
p = multiprocessing.Process(target=work, args=(e,))
p.start()
print(e.is_set())
p.join()
