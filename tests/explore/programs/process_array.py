import multiprocessing


def work(a):
    a[0] += 1


a = multiprocessing.Array("i", [0], lock=False)
p = multiprocessing.Process(target=work, args=(a,))
p.start()
a[0] += 1
p.join()
print(a[0])
