import multiprocessing


def work(q):
    q.put(1)


q = multiprocessing.SimpleQueue()
p = multiprocessing.Process(target=work, args=(q,))
p.start()
print(q.empty())
p.join()
