# Exceptions in tasks: where they come out, what of their traceback remains.
import multiprocessing


class Refused(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def check(n):
    if n == 2:
        raise ValueError(f"bad number {n}")
    return n


def refuse(n):
    raise Refused(n, "no")


def leave(n):
    raise SystemExit(n)


def handle(error):
    print("error callback", type(error).__name__, error, flush=True)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, type(error.__cause__).__name__)


if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        attempt(lambda: pool.map(check, range(4)))
        attempt(lambda: pool.apply(check, (2,)))
        attempt(lambda: pool.apply_async(refuse, (5,)).get())
        iterator = pool.imap(check, range(4))
        for _ in range(4):
            attempt(lambda: next(iterator))
        result = pool.apply_async(check, (2,), callback=print, error_callback=handle)
        result.wait()
        print(result.successful())
        result = pool.map_async(check, range(4), callback=print, error_callback=handle)
        result.wait()
        attempt(lambda: pool.map(check))
        attempt(lambda: pool.apply(check, ("x", 1)))
        try:
            pool.apply(check, (2,))
        except ValueError as error:
            text = str(error.__cause__)
            print(text.split("\n")[2], text.count("Traceback"), text.strip().split("\n")[-2])

# stdout:
#| ValueError bad number 2 RemoteTraceback
#| ValueError bad number 2 RemoteTraceback
#| Refused (5, 'no') RemoteTraceback
#| 0
#| 1
#| ValueError bad number 2 RemoteTraceback
#| 3
#| error callback ValueError bad number 2
#| False
#| error callback ValueError bad number 2
#| TypeError Pool.map() missing 1 required positional argument: 'iterable' NoneType
#| TypeError check() takes 1 positional argument but 2 were given RemoteTraceback
#| Traceback (most recent call last): 1 ValueError: bad number 2
