# There is no disk: what os says of files is refused.
# only: lockstep
import os

print("before")
print(os.listdir("."))
# stderr-has: os_listdir.py:6: not supported: os.listdir is not supported: there is no disk
# exit: 5
