# A number of a hundred million digits is refused.
# only: lockstep
# exit: 4
# stderr-has: memory
number = 10 ** 10 ** 8
