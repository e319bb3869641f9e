# Code that is made at run time is refused where it would run.
# only: lockstep
print("before")  # expect: before
print(eval("1 + 1"))
# stderr-has: eval_refused.py:4: not supported: eval() is not supported
# exit: 5
