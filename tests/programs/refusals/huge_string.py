# A string that is too large is refused before it is made.
# only: lockstep
# exit: 4
# stderr-has: memory
text = 'x' * 10**12
