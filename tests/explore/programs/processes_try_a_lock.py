# Who did not get a lock of processes says so before who did.
from multiprocessing import Lock, Process


def work(lock):
    if lock.acquire(block=False):
        print("got")
    else:
        print("busy")


if __name__ == "__main__":
    lock = Lock()
    processes = [Process(target=work, args=(lock,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
