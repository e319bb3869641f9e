import threading


def work(n):
    total = 0
    for i in range(n):
        total += i


if __name__ == "__main__":
    threads = [
        threading.Thread(target=work, args=(600,)) for _ in range(4)
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print("done")
