import threading

lock = threading.Lock()
turn = 0


def poll():
    global turn
    while True:
        with lock:
            turn = 1 - turn


def once():
    with lock:
        print("had it once")


threading.Thread(target=poll, daemon=True).start()
t = threading.Thread(target=once)
t.start()
if turn == 1:
    print("polled")
t.join()
