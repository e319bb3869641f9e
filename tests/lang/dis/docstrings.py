"""The module."""
def documented():
    """One line.

        More.
    """
    return None
