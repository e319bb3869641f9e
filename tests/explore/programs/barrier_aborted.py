import threading

barrier = threading.Barrier(2)


def work():
    try:
        barrier.wait()
        print("through")
    except threading.BrokenBarrierError:
        print("broken")


t = threading.Thread(target=work)
t.start()
barrier.abort()
t.join()
print(barrier.broken)
