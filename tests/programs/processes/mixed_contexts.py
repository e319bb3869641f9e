# Contexts beside each other in one program.
import multiprocessing


def work(queue, name):
    queue.put((name, multiprocessing.get_start_method(), __name__))


if __name__ == "__main__":
    for name in ("fork", "spawn", "forkserver"):
        context = multiprocessing.get_context(name)
        queue = context.Queue()
        process = context.Process(target=work, args=(queue, name))
        print(process.name, type(process).__name__)
        process.start()
        print(queue.get())
        process.join()

# stdout:
#| ForkProcess-1 ForkProcess
#| ('fork', 'fork', '__main__')
#| SpawnProcess-2 SpawnProcess
#| ('spawn', 'spawn', '__mp_main__')
#| ForkServerProcess-3 ForkServerProcess
#| ('forkserver', 'forkserver', '__mp_main__')
