import threading

barrier = threading.Barrier(2)


def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        print("broken")


t = threading.Thread(target=work, daemon=True)
t.start()
barrier.reset()
print(barrier.broken)
