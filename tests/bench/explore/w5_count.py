import threading

flags = [False, False]
turn = 0
counter = 0


def work(me):
    global turn, counter
    flags[me] = True
    turn = 1 - me
    while flags[1 - me] and turn == 1 - me:
        pass
    counter += 1
    flags[me] = False


threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert counter == 2
