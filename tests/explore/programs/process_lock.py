import multiprocessing as mp


def work(v, lock):
    with lock:
        v.value += 1


v = mp.Value("i", 0)
lock = mp.Lock()
p = mp.Process(target=work, args=(v, lock))
p.start()
with lock:
    v.value += 1
p.join()
print(v.value)
