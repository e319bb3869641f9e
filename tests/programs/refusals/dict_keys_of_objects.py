# only: lockstep
# exit: 5
# stderr-has: dict_keys_of_objects.py:9: not supported: keys of `__dict__` that are no strings are not supported: keep them in a dict of your own
class Box:
    pass


box = Box()
box.__dict__[1] = "one"

# stdout:
