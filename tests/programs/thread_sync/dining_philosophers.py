# Five philosophers with ordered forks: all eat, nobody starves.
import threading

forks = [threading.Lock() for _ in range(5)]
eaten = [0] * 5

def philosopher(n):
    low, high = sorted((n, (n + 1) % 5))
    for _ in range(20):
        with forks[low]:
            with forks[high]:
                eaten[n] += 1

threads = [threading.Thread(target=philosopher, args=(n,), name=f"P{n}") for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(eaten)  # expect: [20, 20, 20, 20, 20]
