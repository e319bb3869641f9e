# sleep returns None, refuses nonsense; all clocks move on by the time slept.
import time

print(time.sleep(0), time.sleep(0.01))
for bad in (-1, "x", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
start = time.monotonic()
for _ in range(3):
    time.sleep(0.1)
print(round(time.monotonic() - start, 1))
start = time.time_ns(), time.monotonic_ns(), time.perf_counter_ns()
time.sleep(0.2)
print([(b - a) // 100_000_000 for a, b in zip(start, (time.time_ns(), time.monotonic_ns(), time.perf_counter_ns()))])
print(type(time.time()).__name__, type(time.time_ns()).__name__, time.time() > 1.7e9)
print(time.process_time() < 5, time.thread_time() < 5)

# stdout:
#| None None
#| ValueError sleep length must be non-negative
#| TypeError 'str' object cannot be interpreted as an integer
#| TypeError 'NoneType' object cannot be interpreted as an integer
#| 0.3
#| [2, 2, 2]
#| float int True
#| True True
