# not compared with CPython: a fork in one thread while another starts a process can hang the child there
import multiprocessing
import threading


def work():
    pass


def start():
    p = multiprocessing.Process(target=work)
    p.start()
    print(p.name)
    p.join()


t = threading.Thread(target=start)
t.start()
start()
t.join()
