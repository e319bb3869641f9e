import threading

semaphore = threading.Semaphore(1)
inside = 0


def work():
    global inside
    with semaphore:
        inside += 1
        if inside > 1:
            print("two inside")
        inside -= 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
