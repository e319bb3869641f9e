# initializer and initargs prepare each worker; maxtasksperchild replaces workers.
import multiprocessing
import os

def setup(word):
    global greeting
    greeting = word

def greet(name):
    return f"{greeting}, {name}"

def pid(_):
    return os.getpid()

if __name__ == "__main__":
    with multiprocessing.Pool(1, initializer=setup, initargs=("Hello",)) as pool:
        print(pool.map(greet, ["Ann", "Bob"]))  # expect: ['Hello, Ann', 'Hello, Bob']
        print(len(set(pool.map(pid, range(4), 1))))  # expect: 1
    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        print(len(set(pool.map(pid, range(3), 1))))  # expect: 3
    with multiprocessing.Pool(2) as pool:
        names = pool.map(str, [multiprocessing.current_process().name])
        print(names)  # expect: ['MainProcess']
