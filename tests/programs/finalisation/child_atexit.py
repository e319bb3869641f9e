# A child process by fork runs neither the parent's atexit functions nor what follows the start.
import atexit
import multiprocessing

atexit.register(print, "atexit of the parent", flush=True)

def child():
    print("child", flush=True)

p = multiprocessing.Process(target=child)
p.start()
p.join()
print("parent", p.exitcode, flush=True)

# stdout:
#| child
#| parent 0
#| atexit of the parent
