# Objects as bytes.
from _pickle import PickleError, PicklingError, UnpicklingError, dump, dumps, load, loads

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
