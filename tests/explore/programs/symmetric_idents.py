# not compared with CPython: idents of threads are addresses there
import threading

found = set()


def work():
    found.add(threading.get_ident())


threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(found), min(found) == threads[0].ident)
