import threading


class Count:
    calls = 0


def main():
    total = 0

    def work():
        nonlocal total
        total += 1
        Count.calls += 1

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(total <= 2, Count.calls <= 2)


main()
