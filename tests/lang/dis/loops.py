def loop(items):
    for item in items:
        if item == 1:
            continue
        if item == 2:
            break
    else:
        print("none")
    while items:
        items.pop()
    while True:
        if not items:
            break
