# Exceptions: raising, catching, cleaning up, passing on.
class Refused(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def check(n):
    if n % 3 == 0:
        raise Refused(n)
    if n % 3 == 1:
        return [1, 2, 3][n]
    return int("7")


def guarded(n):
    try:
        return check(n)
    finally:
        cleaned[0] += 1


cleaned = [0]
refused = missing = fine = 0
for n in range(600_000):
    try:
        guarded(n)
    except Refused as error:
        refused += error.reason % 5
    except IndexError:
        missing += 1
    else:
        fine += 1
print(refused, missing, fine, cleaned)
