# JoinableQueue: join returns when every item was taken and reported done.
import multiprocessing
import time


def work(queue):
    while True:
        item = queue.get()
        time.sleep(0.05)
        print("did", item, flush=True)
        queue.task_done()


if __name__ == "__main__":
    queue = multiprocessing.JoinableQueue()
    multiprocessing.Process(target=work, args=(queue,), daemon=True).start()
    for item in range(3):
        queue.put(item)
    queue.join()
    print("all done", queue.qsize())
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    queue.join()

# stdout:
#| did 0
#| did 1
#| did 2
#| all done 0
#| task_done() called too many times
