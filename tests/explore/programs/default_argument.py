import threading

def add(x, seen=[]):
    seen.append(x)
    return seen[:]


def work():
    print(add(1))


t = threading.Thread(target=work)
t.start()
print(add(2))
t.join()
