# Other programs cannot be started.
# only: lockstep
import os

print("before")  # expect: before
os.system("ls")
# stderr-has: os_system.py:6: not supported: other programs cannot be started: use multiprocessing
# exit: 5
