# A module of Python that the machine lacks is refused with what to use instead; one of another system is not there.
# only: lockstep
# exit: 5
# stderr-has: advice.py:9: not supported: the module 'argparse' is not supported: read the arguments from sys.argv
try:
    import msvcrt
except ImportError as error:
    print("never printed")
import argparse
