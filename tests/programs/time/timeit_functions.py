# timeit measures functions; what it measures is not printed.
import time
import timeit

def work():
    time.sleep(0.01)

print(0.09 < timeit.timeit(work, number=10) < 9)
print([0.01 < spent < 9 for spent in timeit.repeat(work, repeat=3, number=2)])
print(timeit.Timer(lambda: sum(range(100))).timeit(number=10) > 0)
begin = timeit.default_timer()
work()
print(timeit.default_timer() - begin >= 0.01)

# stdout:
#| True
#| [True, True, True]
#| True
#| True
