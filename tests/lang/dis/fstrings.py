def show(name, width):
    print(f"{name!r:>{width}} is {width:5} and {name=}")
    return f"{name}", f"plain", "%s of %r" % (name, width)
