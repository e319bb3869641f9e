# A forked child inherits nothing unwritten when the parent has flushed; each line comes once.
import multiprocessing
import sys


def work(n):
    sys.stdout.write("child %d\n" % n)
    sys.stdout.flush()


if __name__ == "__main__":
    print("parent", flush=True)
    for n in range(3):
        process = multiprocessing.Process(target=work, args=(n,))
        process.start()
        process.join()
    sys.stderr.write("on stderr\n")
    print("end")

# stdout:
#| parent
#| child 0
#| child 1
#| child 2
#| end
# stderr:
#| on stderr
