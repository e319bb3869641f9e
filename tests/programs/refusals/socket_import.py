# Sockets exist in Python but not here.
# only: lockstep
# exit: 5
# stderr-has: socket
import socket

print(socket.gethostname())
