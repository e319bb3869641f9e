import multiprocessing


def work():
    pass


p = multiprocessing.Process(target=work)
p.start()
print(len(multiprocessing.active_children()))
p.join()
