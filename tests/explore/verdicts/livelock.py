import threading

wants = [False, False]


def enter(me):
    other = 1 - me
    wants[me] = True
    while wants[other]:
        wants[me] = False
        wants[me] = True
    wants[me] = False


threads = [threading.Thread(target=enter, args=(me,)) for me in (0, 1)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("both went through")
