@first
@second(1)
def decorated(a, b=1, /, c=2, *args, d, e=3, **kwargs):
    return a
