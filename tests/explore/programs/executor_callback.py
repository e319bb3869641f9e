import concurrent.futures


def work():
    return 1


with concurrent.futures.ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    future.add_done_callback(lambda f: print("done"))
    print("added")
