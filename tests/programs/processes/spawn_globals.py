# Under spawn the child has fresh globals: what the parent changed does not reach it.
import multiprocessing

counter = 0
items = []


def work(queue):
    queue.put((counter, items))


if __name__ == "__main__":
    counter = 5
    items.append("parent")
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        queue = context.SimpleQueue()
        process = context.Process(target=work, args=(queue,))
        process.start()
        print(method, queue.get())
        process.join()

# stdout:
#| fork (5, ['parent'])
#| spawn (0, [])
