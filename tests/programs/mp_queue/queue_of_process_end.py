# A process waits at its end until its queue has been drained.
import multiprocessing
import time


def work(queue):
    queue.put("x" * 200000)
    queue.put("last")
    print("end of work", flush=True)


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(queue,))
    process.start()
    process.join(0.3)
    print("alive", process.is_alive())
    print(len(queue.get()), queue.get())
    process.join()
    print("exit code", process.exitcode)

# stdout:
#| end of work
#| alive True
#| 200000 last
#| exit code 0
