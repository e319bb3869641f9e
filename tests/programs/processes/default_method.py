# The default on Linux is fork for 3.13.
import multiprocessing

print(multiprocessing.get_start_method())  # expect: fork
print(type(multiprocessing.get_context()).__name__, type(multiprocessing.Process()).__name__)  # expect: ForkContext Process
