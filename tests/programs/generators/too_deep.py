# A generator that is entered when the stack is full has died of it; those before it go on.


def numbers():
    yield 1
    yield 2


many = [numbers() for _ in range(2000)]


def walk(i):
    next(many[i])
    walk(i + 1)


try:
    walk(0)
except RecursionError as error:
    print(type(error).__name__)  # expect: RecursionError
left = [len(list(one)) for one in many]
print(sorted(set(left)), left.count(0) <= 1)  # expect: [0, 1, 2] True
