# A child with a child of its own.
import multiprocessing
import os

def grandchild(grandparent):
    name = multiprocessing.current_process().name
    print(name, os.getppid() != grandparent, multiprocessing.parent_process().name, flush=True)

def child(parent):
    print(multiprocessing.current_process().name, os.getppid() == parent, flush=True)
    p = multiprocessing.Process(target=grandchild, args=(parent,))
    p.start()
    p.join()

if __name__ == "__main__":
    p = multiprocessing.Process(target=child, args=(os.getpid(),))
    p.start()
    p.join()
    print(multiprocessing.current_process().name, p.exitcode)

# stdout:
#| Process-1 True
#| Process-1:1 True Process-1
#| MainProcess 0
