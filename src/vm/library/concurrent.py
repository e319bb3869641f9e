# A package of one.
