# The virtual clock.
import _lockstep


def sleep(seconds):
    _lockstep.sleep(seconds)


def time():
    return _lockstep.clock(0) / 1000000000


def time_ns():
    return _lockstep.clock(0)


def monotonic():
    return _lockstep.clock(1) / 1000000000


def monotonic_ns():
    return _lockstep.clock(1)


perf_counter = monotonic
perf_counter_ns = monotonic_ns


def process_time():
    return _lockstep.clock(2) / 1000000000


def process_time_ns():
    return _lockstep.clock(2)


def thread_time():
    return _lockstep.clock(3) / 1000000000


def thread_time_ns():
    return _lockstep.clock(3)
