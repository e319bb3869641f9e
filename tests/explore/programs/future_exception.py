from concurrent.futures import ThreadPoolExecutor

x = []


def first():
    x.append(1)


def second():
    return x[0]


with ThreadPoolExecutor(2) as pool:
    a = pool.submit(first)
    b = pool.submit(second)
print(b.exception())
