# wait_for gives the predicate's value; timeouts give False; notify(n) wakes that many.
import threading

condition = threading.Condition()
state = {"step": 0}

def advance():
    for _ in range(3):
        with condition:
            state["step"] += 1
            condition.notify_all()

with condition:
    print(condition.wait(timeout=0.05))  # expect: False
    print(condition.wait_for(lambda: state["step"] > 5, timeout=0.05))  # expect: False
t = threading.Thread(target=advance)
with condition:
    t.start()
    print(condition.wait_for(lambda: state["step"] >= 3 and "reached", timeout=5))  # expect: reached
t.join()
tickets = 0
done = []

def take(name):
    global tickets
    with condition:
        condition.wait_for(lambda: tickets > 0)
        tickets -= 1
        done.append(name)

threads = [threading.Thread(target=take, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
with condition:
    tickets += 4
    condition.notify(2)
with condition:
    condition.notify(10)
for t in threads:
    t.join()
print(sorted(done), tickets)  # expect: [0, 1, 2, 3] 0
