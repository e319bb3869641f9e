# Listener and Client of multiprocessing.connection need sockets: refused before anything runs.
# only: lockstep
# exit: 5
# stderr-has: Listener
from multiprocessing.connection import Client, Listener
import threading

listener = Listener(("localhost", 0))
