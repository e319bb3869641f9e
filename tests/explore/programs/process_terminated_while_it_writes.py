# A process is ended between two lines that it writes, though nobody else writes.
from multiprocessing import Process


def work():
    print(1)
    print(2)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.terminate()
    process.join()
