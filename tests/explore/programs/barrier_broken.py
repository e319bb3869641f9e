import threading

barrier = threading.Barrier(2)


def work():
    try:
        barrier.wait(timeout=1)
        print("through")
    except threading.BrokenBarrierError:
        print("broken")


t = threading.Thread(target=work)
t.start()
try:
    barrier.wait()
    print("main through")
except threading.BrokenBarrierError:
    print("main broken")
t.join()
