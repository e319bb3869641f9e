# value.value += 1 is a load and a store: a barrier between them loses an update for certain.
from multiprocessing import Barrier, Process, Value

def add(value, barrier):
    seen = value.value
    barrier.wait()
    value.value = seen + 1

if __name__ == "__main__":
    value, barrier = Value("i", 0), Barrier(2)
    processes = [Process(target=add, args=(value, barrier)) for _ in range(2)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print("expected 2, got", value.value)  # expect: expected 2, got 1
