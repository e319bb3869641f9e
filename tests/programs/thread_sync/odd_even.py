# Interview: three threads print 1 to 9 in turn.
import threading

condition = threading.Condition()
current = 1

def printer(index, count, limit):
    global current
    while True:
        with condition:
            while current <= limit and current % count != index:
                condition.wait()
            if current > limit:
                condition.notify_all()
                return
            print(f"{threading.current_thread().name}: {current}")
            current += 1
            condition.notify_all()

threads = [threading.Thread(target=printer, args=(i, 3, 9), name=f"T{i}") for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| T1: 1
#| T2: 2
#| T0: 3
#| T1: 4
#| T2: 5
#| T0: 6
#| T1: 7
#| T2: 8
#| T0: 9
