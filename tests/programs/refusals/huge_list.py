# A list that is too large is refused before it is made.
# only: lockstep
# exit: 4
# stderr-has: memory
row = [0] * 10**10
