import threading

a, b = threading.Lock(), threading.Lock()


def work(first, second):
    while True:
        with first:
            if second.acquire(blocking=False):
                second.release()
                return


threads = [threading.Thread(target=work, args=p) for p in ((a, b), (b, a))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
