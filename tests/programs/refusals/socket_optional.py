# A refused module can't be hidden behind try: the refusal comes before anything runs.
# only: lockstep
# exit: 5
# stderr-has: socket
try:
    import socket
except ImportError:
    socket = None
