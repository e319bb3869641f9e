# os.fork is refused: multiprocessing makes processes.
# only: lockstep
import os

print("before")  # expect: before
os.fork()
# stderr-has: os_fork.py:6: not supported: os.fork() is not supported: use multiprocessing.Process
# exit: 5
