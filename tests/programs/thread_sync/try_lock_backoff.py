# Giving up a lock when the second one is busy: the deadlock is broken by a timeout.
import threading

first, second = threading.Lock(), threading.Lock()
holds_second, tried = threading.Event(), threading.Event()

def polite():
    with first:
        holds_second.wait()
        if second.acquire(timeout=0.05):
            print("not reached")
        else:
            print("polite gives up")
    tried.set()

def stubborn():
    with second:
        holds_second.set()
        with first:
            print("stubborn has both")

threads = [threading.Thread(target=polite), threading.Thread(target=stubborn)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(tried.is_set(), first.locked(), second.locked())

# stdout:
#| polite gives up
#| stubborn has both
#| True False False
