def maybe(flag):
    if flag:
        x = 1
    print(x)
    del x
    return x
