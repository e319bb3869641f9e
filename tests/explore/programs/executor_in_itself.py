from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def outer():
    return pool.submit(str, 1).result()


print(pool.submit(outer).result())
