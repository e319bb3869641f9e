# timeit: how long a function takes, on virtual time. Statements that are texts would be code made at run time.
import _lockstep
import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _callable(statement, what):
    if callable(statement):
        return statement
    if not isinstance(statement, str):
        raise ValueError(what + " is neither a string nor callable")
    if statement != "pass":
        _lockstep.unsupported("timeit of a text is not supported: give it a function, timeit.timeit(lambda: ...)")
    return None


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._statement = _callable(stmt, "stmt")
        self._setup = _callable(setup, "setup")

    def timeit(self, number=default_number):
        statement = self._statement
        if self._setup is not None:
            self._setup()
        begin = self.timer()
        if statement is None:
            for _ in range(number):
                pass
        else:
            for _ in range(number):
                statement()
        return self.timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
