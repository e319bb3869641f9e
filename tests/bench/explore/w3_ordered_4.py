import threading

N = 4
forks = [threading.Lock() for _ in range(N)]


def philosopher(i):
    first, second = min(i, (i + 1) % N), max(i, (i + 1) % N)
    with forks[first]:
        with forks[second]:
            pass


threads = [threading.Thread(target=philosopher, args=(i,)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
