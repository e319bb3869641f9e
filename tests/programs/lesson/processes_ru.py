# The lesson's third block: three processes under the __main__ guard.
# On CPython they may print in any order; our machine runs them in the order of their starts.
# only: lockstep
from multiprocessing import Process

def worker(num):
    print(f"Процесс {num} стартовал")

if __name__ == "__main__":
    processes = []
    for i in range(3):
        p = Process(target=worker, args=(i,))
        processes.append(p)
        p.start()

    for p in processes:
        p.join()
    print("Все процессы завершились")

# stdout:
#| Процесс 0 стартовал
#| Процесс 1 стартовал
#| Процесс 2 стартовал
#| Все процессы завершились
