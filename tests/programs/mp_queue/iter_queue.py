# iter(queue.get, sentinel) reads until the sentinel.
import multiprocessing


def produce(queue):
    for word in "to be or not".split():
        queue.put(word)
    queue.put("STOP")


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    multiprocessing.Process(target=produce, args=(queue,)).start()
    for word in iter(queue.get, "STOP"):
        print(word)

# stdout:
#| to
#| be
#| or
#| not
