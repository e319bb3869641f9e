import threading

flag = [False, False]
turn = 0
n = 0


def work(me):
    global turn, n
    other = 1 - me
    flag[me] = True
    turn = other
    while flag[other] and turn == other:
        pass
    n += 1
    flag[me] = False


t = threading.Thread(target=work, args=(1,))
t.start()
work(0)
t.join()
print(n)
