# A retry loop with for/else, and a validation loop: everyday uses of exceptions.
class Flaky:
    def __init__(self, failures):
        self.failures = failures

    def call(self):
        if self.failures:
            self.failures -= 1
            raise ConnectionError(f"{self.failures} to go")
        return "answer"

def with_retry(service, attempts):
    for attempt in range(1, attempts + 1):
        try:
            return service.call()
        except ConnectionError as error:
            print(f"attempt {attempt} failed: {error}")
    else:
        raise TimeoutError("gave up") from None

print(with_retry(Flaky(2), 3))
try:
    with_retry(Flaky(5), 2)
except TimeoutError as error:
    print(repr(error))

def parse(text):
    try:
        number = int(text)
        if number < 0:
            raise ValueError("negative")
    except ValueError as error:
        return f"rejected ({error})"
    return number

print([parse(t) for t in ("5", "-1", "five")])

# stdout:
#| attempt 1 failed: 1 to go
#| attempt 2 failed: 0 to go
#| answer
#| attempt 1 failed: 4 to go
#| attempt 2 failed: 3 to go
#| TimeoutError('gave up')
#| [5, 'rejected (negative)', "rejected (invalid literal for int() with base 10: 'five')"]
