# Classes without end are memory too.
# only: lockstep
kept = []
while True:
    class Kept:
        name = "x" * 1000

    kept.append(Kept)
# stdout:
# stderr-has: limit reached (
# exit: 4
