# The switch interval is 5 ms unless changed.
import sys
import threading

print(sys.getswitchinterval())  # expect: 0.005
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())  # expect: 0.001
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)  # expect: switch interval must be strictly positive
print(threading.TIMEOUT_MAX > 1e6, threading.stack_size())  # expect: True 0
