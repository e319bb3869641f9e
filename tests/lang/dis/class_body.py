class Account(object, metaclass=type):
    """An account."""
    limit = 10

class Empty:
    pass
