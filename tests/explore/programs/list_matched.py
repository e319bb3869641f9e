import threading

x = [1]


def work():
    x.append(2)


t = threading.Thread(target=work)
t.start()
match x:
    case [a]:
        print("one")
    case [a, b]:
        print("two")
t.join()
