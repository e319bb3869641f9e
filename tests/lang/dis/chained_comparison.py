def between(low, x, high):
    if low < x < high:
        return True
    return low <= x <= high != 0
