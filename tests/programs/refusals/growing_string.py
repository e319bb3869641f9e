# A string that doubles without end meets the limit of memory.
# only: lockstep
# exit: 4
# stderr-has: memory
text = "x"
while True:
    text += text
