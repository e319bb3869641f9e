import multiprocessing as mp


def work(q):
    q.put(1)


q = mp.SimpleQueue()
p = mp.Process(target=work, args=(q,))
p.start()
print(q.get())
p.join()
