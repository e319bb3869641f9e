from concurrent.futures import ThreadPoolExecutor

n = 0


def work():
    global n
    n += 1
    return n


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    n += 1
print(n, future.result())
