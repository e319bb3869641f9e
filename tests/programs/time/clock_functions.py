# The functions by clock, zone names, and info about clocks.
import time

a = time.clock_gettime(time.CLOCK_MONOTONIC)
time.sleep(0.1)
print(round(time.clock_gettime(time.CLOCK_MONOTONIC) - a, 1), time.clock_gettime_ns(time.CLOCK_REALTIME) > 10 ** 18)  # expect: 0.1 True
print(time.tzname, time.timezone, time.daylight, time.altzone)  # expect: ('UTC', 'UTC') 0 0 0
info = time.get_clock_info("monotonic")
print(info.monotonic, info.adjustable, time.get_clock_info("time").adjustable)  # expect: True False True
print(isinstance(time.process_time_ns(), int), isinstance(time.thread_time_ns(), int))  # expect: True True
