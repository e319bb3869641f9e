from concurrent.futures import ThreadPoolExecutor, as_completed


def work(k):
    return k


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(work, k) for k in range(2)]
    print([f.result() for f in as_completed(futures)])
