import multiprocessing


def work():
    pass


p = multiprocessing.Process(target=work)
p.start()
print(p.is_alive(), p.exitcode)
p.join()
print(p.exitcode)
