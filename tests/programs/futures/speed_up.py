# Ten waits of half a second with five workers take about one second.
import concurrent.futures
import time

def task(n):
    time.sleep(0.5)
    return n

start = time.perf_counter()
with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
    results = [f.result() for f in [executor.submit(task, n) for n in range(10)]]
elapsed = time.perf_counter() - start
print(results)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
print(f"about {elapsed:.0f} second")  # expect: about 1 second
