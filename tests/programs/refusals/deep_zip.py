# zip of zip of zip …
# only: lockstep
value = [1]
for _ in range(100000):
    value = zip(value)
try:
    print(list(value))
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
