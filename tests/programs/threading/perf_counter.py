# How a lesson measures: perf_counter, monotonic and time agree on a wait, process_time does not count it.
import time

marks = time.perf_counter(), time.monotonic(), time.time(), time.perf_counter_ns()
time.sleep(0.5)
after = time.perf_counter(), time.monotonic(), time.time(), time.perf_counter_ns()
print([round(b - a, 1) for a, b in zip(marks[:3], after[:3])])  # expect: [0.5, 0.5, 0.5]
print((after[3] - marks[3]) // 100_000_000)  # expect: 5
