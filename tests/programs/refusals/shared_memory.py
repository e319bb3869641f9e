# Named blocks of shared memory are refused before anything runs.
# only: lockstep
from multiprocessing import shared_memory

print("not reached")
block = shared_memory.SharedMemory(create=True, size=10)

# stdout:
# stderr-has: shared_memory.py:3: not supported: the module 'multiprocessing.shared_memory' is not supported
# exit: 5
