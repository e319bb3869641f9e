def check(x):
    assert x, "no x"
    assert x > 1
    if x == 2:
        raise ValueError("two") from None
    raise
