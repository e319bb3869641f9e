# Philosophers who take their forks in one order cannot deadlock.
import multiprocessing


def philosopher(number, forks, meals):
    first, second = sorted((number, (number + 1) % len(forks)))
    for _ in range(3):
        with forks[first], forks[second]:
            with meals.get_lock():
                meals.value += 1


if __name__ == "__main__":
    forks = [multiprocessing.Lock() for _ in range(3)]
    meals = multiprocessing.Value("i", 0)
    processes = [multiprocessing.Process(target=philosopher, args=(n, forks, meals)) for n in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("meals", meals.value)

# stdout:
#| meals 9
