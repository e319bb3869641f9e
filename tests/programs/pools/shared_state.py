# Pool workers get shared objects through the initializer, not as arguments of a task.
import multiprocessing

def init(shared):
    global counter
    counter = shared

def work(n):
    with counter.get_lock():
        counter.value += n
    return n

def bad(shared):
    return shared.value

if __name__ == "__main__":
    shared = multiprocessing.Value("i", 0)
    with multiprocessing.Pool(2, initializer=init, initargs=(shared,)) as pool:
        pool.map(work, range(10))
        print(shared.value)  # expect: 45
        try:
            pool.map(bad, [shared])
        except RuntimeError as error:
            print(error)  # expect: Synchronized objects should only be shared between processes through inheritance
