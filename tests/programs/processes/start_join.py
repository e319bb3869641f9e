# A process's life: pid, exitcode, is_alive, join, names.
import multiprocessing
import os

def work(q):
    q.put((os.getpid(), os.getppid(), multiprocessing.current_process().name))

if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=work, args=(q,))
    print(p.name, p.pid, p.exitcode, p.is_alive(), p.daemon)  # expect: Process-1 None None False False
    p.start()
    pid, ppid, name = q.get()
    p.join()
    print(pid == p.pid == p.ident, ppid == os.getpid(), name)  # expect: True True Process-1
    print(p.exitcode, p.is_alive())  # expect: 0 False
    print(multiprocessing.current_process().name, multiprocessing.parent_process())  # expect: MainProcess None
    try:
        p.start()
    except AssertionError as error:
        print(error)  # expect: cannot start a process twice
    p.close()
    try:
        p.is_alive()
    except ValueError as error:
        print(error)  # expect: process object is closed
