import multiprocessing as mp


def work(v):
    v.value += 1


v = mp.Value("i", 0)
p = mp.Process(target=work, args=(v,))
p.start()
v.value += 1
p.join()
print(v.value)
