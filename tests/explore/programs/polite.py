import threading

want = [False, False]


def work(me):
    want[me] = True
    while want[1 - me]:
        want[me] = False
        want[me] = True
    want[me] = False


t = threading.Thread(target=work, args=(1,))
t.start()
work(0)
t.join()
print("done")
