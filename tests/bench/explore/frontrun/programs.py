"""W1 (2 threads × 3 increments) and W3 (5 philosophers) for frontrun: `frontrun python programs.py PROGRAM AIM`.

The aim is `all` (to exhaust; in W3 the forks are ordered) or `first` (to the first failure). Prints the number of
executions.
"""

import sys
import threading

import frontrun

PROGRAM, AIM = sys.argv[1:]
THREADS, INCREMENTS, PHILOSOPHERS = 2, 3, 5


class Counter:
    def __init__(self):
        self.x = 0


def increment(state):
    for _ in range(INCREMENTS):
        t = state.x
        state.x = t + 1


class Table:
    def __init__(self):
        self.forks = [threading.Lock() for _ in range(PHILOSOPHERS)]


def philosopher(seat):
    first, second = seat, (seat + 1) % PHILOSOPHERS
    if AIM == "all":
        first, second = sorted((first, second))

    def eat(state):
        with state.forks[first]:
            with state.forks[second]:
                pass

    return eat


def no_update_is_lost(state):
    return state.x == THREADS * INCREMENTS


def anything(state):
    return True


if PROGRAM == "w1":
    setup, workers = Counter, [increment] * THREADS
    invariant = no_update_is_lost if AIM == "first" else anything
else:
    setup, workers, invariant = Table, [philosopher(seat) for seat in range(PHILOSOPHERS)], anything
found = frontrun.explore(
    setup=setup,
    workers=workers,
    invariant=invariant,
    preemption_bound=None,
    stop_on_first=AIM == "first",
    total_timeout=120.0,
    reproduce_on_failure=0,
    deadlock_timeout=5.0,
)
print(found.num_explored)
if found.property_holds == (AIM == "first"):
    sys.exit(f"{PROGRAM} {AIM}: the invariant {'holds' if found.property_holds else 'fails'}")
