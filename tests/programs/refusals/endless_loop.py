# An endless loop ends at the limit of steps.
# only: lockstep
# exit: 4
# stderr-has: steps
while True:
    pass
