# value += 1 on a Value is a read and a write: a pause between them loses the update of the other process.
import multiprocessing


def add(total, read, go):
    old = total.value
    read.set()
    go.wait()
    total.value = old + 1


if __name__ == "__main__":
    total = multiprocessing.Value("i", 0)
    go = multiprocessing.Event()
    events = [multiprocessing.Event() for _ in range(3)]
    processes = [multiprocessing.Process(target=add, args=(total, event, go)) for event in events]
    for process in processes:
        process.start()
    for event in events:
        event.wait()
    go.set()
    for process in processes:
        process.join()
    print("expected 3, got", total.value)

# stdout:
#| expected 3, got 1
