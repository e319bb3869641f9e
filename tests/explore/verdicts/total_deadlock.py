import threading

forks = threading.Lock(), threading.Lock()


def eat(left, right):
    with left:
        with right:
            print("eats")


for i in 0, 1:
    threading.Thread(target=eat, args=(forks[i], forks[1 - i])).start()
