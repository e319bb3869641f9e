# An exception in a worker is raised in the parent; its remote traceback is the cause.
# stderr-has: multiprocessing.pool.RemoteTraceback:
# stderr-has: ZeroDivisionError: division by zero
# stderr-has: The above exception was the direct cause of the following exception:
from multiprocessing import Pool

def inverse(n):
    return 1 / n

if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(inverse, [1, 2, 0])
        except ZeroDivisionError as error:
            print("caught", error)  # expect: caught division by zero
        it = pool.imap(inverse, [4, 0, 2])
        print(next(it))  # expect: 0.25
        try:
            it.next()
        except ZeroDivisionError:
            print("second failed")  # expect: second failed
        print(it.next(timeout=5))  # expect: 0.5
        pool.apply(inverse, (0,))
# exit: 1
