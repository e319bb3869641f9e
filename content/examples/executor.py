from concurrent.futures import ThreadPoolExecutor


def square(n):
    return n * n


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, range(4))))
