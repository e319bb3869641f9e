import concurrent.futures


def work():
    try:
        pool.submit(print, "more")
    except RuntimeError as error:
        print(type(error).__name__)


pool = concurrent.futures.ThreadPoolExecutor(1)
pool.submit(work)
pool.shutdown()
