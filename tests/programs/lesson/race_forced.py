# A lost update made certain: both threads read before either writes.
import threading

counter = 0
both_have_read = threading.Barrier(2)

def add():
    global counter
    seen = counter
    both_have_read.wait()
    counter = seen + 1

threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("expected 2, got", counter)  # expect: expected 2, got 1
