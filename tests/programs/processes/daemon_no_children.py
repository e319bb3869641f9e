# A daemon process may not have children.
import multiprocessing

def child():
    print("never")

def parent():
    try:
        multiprocessing.Process(target=child).start()
    except AssertionError as error:
        print(error, flush=True)

if __name__ == "__main__":
    p = multiprocessing.Process(target=parent, daemon=True)
    p.start()
    p.join()
    print(p.exitcode)

# stdout:
#| daemonic processes are not allowed to have children
#| 0
