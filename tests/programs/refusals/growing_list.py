# A list that grows without end meets the limit of memory.
# only: lockstep
# exit: 4
# stderr-has: memory
items = []
while True:
    items.append("x" * 1000 + str(len(items)))
