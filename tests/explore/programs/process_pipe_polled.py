import multiprocessing


def work(end):
    end.send(1)


here, there = multiprocessing.Pipe()
p = multiprocessing.Process(target=work, args=(there,))
p.start()
print(here.poll())
p.join()
