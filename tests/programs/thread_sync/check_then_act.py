# Checking and acting must be one critical section: a barrier shows the double booking, a lock prevents it.
import threading

seats, booked = 1, []
both = threading.Barrier(2)

def book_unsafe(name):
    global seats
    if seats > 0:
        both.wait()
        seats -= 1
        booked.append(name)

def run(target):
    threads = [threading.Thread(target=target, args=(name,)) for name in ("Ann", "Bob")]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

run(book_unsafe)
print(seats, len(booked))  # expect: -1 2
seats, booked, lock = 1, [], threading.Lock()

def book_safe(name):
    global seats
    with lock:
        if seats > 0:
            seats -= 1
            booked.append(name)

run(book_safe)
print(seats, len(booked))  # expect: 0 1
