# The threads that feed the queue are made in either order: the parent's before the child's, or behind it.
import multiprocessing


def child(queue):
    queue.put(1)


def main():
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue,))
    process.start()
    queue.put(2)
    process.join()
    print([queue.get(), queue.get()])


if __name__ == "__main__":
    main()
