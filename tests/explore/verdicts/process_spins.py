# A process that goes round for ever while its parent waits for its end: nobody is stuck, and nothing comes of it.
import multiprocessing


def work(value):
    while not value.value:
        pass


if __name__ == "__main__":
    value = multiprocessing.Value("i", 0)
    process = multiprocessing.Process(target=work, args=(value,))
    process.start()
    process.join()
