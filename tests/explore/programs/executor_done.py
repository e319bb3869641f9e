import concurrent.futures


def work():
    return 1


with concurrent.futures.ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    print(future.done())
print(future.result())
