import multiprocessing as mp

n = 0


def work():
    global n
    n += 1
    print("child", n)


p = mp.Process(target=work)
p.start()
print("parent", n)
p.join()
