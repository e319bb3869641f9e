import threading

def numbers():
    yield 1
    yield 2


source = numbers()


def work():
    try:
        next(source)
    except ValueError as error:
        print(error)


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(next(source, 0))
