# A child changes its own copy of a global; the parent's stays.
from multiprocessing import Process

numbers = [1, 2, 3]
total = 0

def change():
    global total
    total = sum(numbers)
    numbers.append(4)
    print("child:", total, numbers, flush=True)

if __name__ == "__main__":
    p = Process(target=change)
    p.start()
    p.join()
    print("parent:", total, numbers)

# stdout:
#| child: 6 [1, 2, 3, 4]
#| parent: 0 [1, 2, 3]
