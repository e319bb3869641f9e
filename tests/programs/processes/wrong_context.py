# A lock of the fork context cannot go to a spawned process.
import multiprocessing


def work(lock):
    pass


if __name__ == "__main__":
    lock = multiprocessing.get_context("fork").Lock()
    queue = multiprocessing.get_context("fork").Queue()
    spawn = multiprocessing.get_context("spawn")
    for thing in (lock, queue):
        try:
            spawn.Process(target=work, args=(thing,)).start()
        except RuntimeError as error:
            print(error)

# stdout:
#| A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. Please use the same context to create multiprocessing objects and Process.
#| A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. Please use the same context to create multiprocessing objects and Process.
