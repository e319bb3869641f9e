from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(2) as executor:
    futures = [executor.submit(abs, -n) for n in (1, 2)]
    print([future.result() for future in as_completed(futures)])
