# Names of processes that processes start, and daemons that may not.
import multiprocessing


def leaf():
    print(multiprocessing.current_process().name, flush=True)


def branch():
    print(multiprocessing.current_process().name, flush=True)
    for _ in range(2):
        process = multiprocessing.Process(target=leaf)
        process.start()
        process.join()


def daemon():
    try:
        multiprocessing.Process(target=leaf).start()
    except AssertionError as error:
        print(type(error).__name__, error, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=branch)
    process.start()
    process.join()
    process = multiprocessing.Process(target=daemon, daemon=True)
    process.start()
    process.join()

# stdout:
#| Process-1
#| Process-1:1
#| Process-1:2
#| AssertionError daemonic processes are not allowed to have children
