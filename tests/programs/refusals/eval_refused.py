# Code that is made at run time is refused where it would run, if it is not sure that it runs.
# only: lockstep
print("before")  # expect: before
if __name__:
    print(eval("1 + 1"))
# stderr-has: eval_refused.py:5: not supported: eval() is not supported
# exit: 5
