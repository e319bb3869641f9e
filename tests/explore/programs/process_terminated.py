import multiprocessing


def work(v):
    v.value = 1


v = multiprocessing.Value("i", 0)
p = multiprocessing.Process(target=work, args=(v,))
p.start()
p.terminate()
p.join()
print(v.value, p.exitcode)
