counter = 0
def bump():
    global counter
    counter = counter + 1
    return len([counter])
bump()
