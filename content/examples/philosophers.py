import threading

N = 3
forks = [threading.Lock() for _ in range(N)]


def dine(i):
    left, right = forks[i], forks[(i + 1) % N]
    with left:
        with right:
            print(i, "eats")


threads = [threading.Thread(target=dine, args=(i,)) for i in range(N)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("all have eaten")
