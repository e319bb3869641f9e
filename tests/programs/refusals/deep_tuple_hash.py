# A tuple in a tuple in a tuple …: its hash ends in RecursionError, not in a crash.
# only: lockstep
value = ()
for _ in range(100000):
    value = (value,)
try:
    hash(value)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
