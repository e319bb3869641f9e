# forkserver: children come from a clean server process, so globals changed later aren't seen.
import multiprocessing

value = "import time"

def work(q):
    q.put(value)

if __name__ == "__main__":
    value = "changed by the parent"
    context = multiprocessing.get_context("forkserver")
    q = context.Queue()
    p = context.Process(target=work, args=(q,))
    p.start()
    print(q.get())  # expect: import time
    p.join()
    print(p.exitcode)  # expect: 0
