# A part of a package that Python has and the machine lacks is refused before anything runs
# only: lockstep
print("never printed")
import logging.config
# exit: 5
# stderr-has: logging.config
