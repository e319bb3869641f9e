# Pipes without end: what processes share is bounded too.
# only: lockstep
import multiprocessing

while True:
    multiprocessing.Pipe()
# stdout:
# stderr-has: limit reached (shared): more than 50000 pipes, locks and values that processes share
# exit: 4
