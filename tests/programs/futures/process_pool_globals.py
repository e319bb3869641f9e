# The children of a process pool don't share globals with the parent.
from concurrent.futures import ProcessPoolExecutor

counter = 0

def bump(_):
    global counter
    counter += 1
    return counter

def setup(start):
    global counter
    counter = start

if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=setup, initargs=(100,)) as executor:
        print(list(executor.map(bump, range(3))))  # expect: [101, 102, 103]
    print(counter)  # expect: 0
