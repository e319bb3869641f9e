import threading

condition = threading.Condition()


def work():
    try:
        condition.notify()
    except RuntimeError as e:
        print(e)


t = threading.Thread(target=work)
t.start()
with condition:
    print("held")
t.join()
