import multiprocessing


def work():
    print("child")


p = multiprocessing.Process(target=work)
p.start()
print("parent")
p.join()
