# Files can't be opened.
# only: lockstep
# exit: 5
# stderr-has: open
with open("notes.txt", "w") as f:
    f.write("text")
