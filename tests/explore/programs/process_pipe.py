import multiprocessing as mp


def work(end):
    end.send(1)
    print(end.recv())


here, there = mp.Pipe()
p = mp.Process(target=work, args=(there,))
p.start()
here.send(2)
print(here.recv())
p.join()
