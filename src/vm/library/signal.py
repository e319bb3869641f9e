# Signals by name. Handlers are kept, but nothing outside of the program sends signals here.
import sys
import _lockstep
import threading

_names = {1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL", 10: "SIGUSR1",
          11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM", 17: "SIGCHLD",
          4: "SIGILL", 5: "SIGTRAP", 7: "SIGBUS", 8: "SIGFPE", 18: "SIGCONT", 19: "SIGSTOP", 20: "SIGTSTP", 21: "SIGTTIN", 22: "SIGTTOU",
          23: "SIGURG", 24: "SIGXCPU", 25: "SIGXFSZ", 26: "SIGVTALRM", 27: "SIGPROF", 28: "SIGWINCH", 29: "SIGIO", 31: "SIGSYS"}


class Signals(int):
    def __new__(cls, number):
        if number not in _names:
            raise ValueError("%r is not a valid Signals" % number)
        return int.__new__(cls, number)

    @property
    def name(self):
        return _names[int(self)]

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return "<Signals.%s: %d>" % (self.name, int(self))

    def __str__(self):
        return int.__repr__(self)


class Handlers(int):
    def __repr__(self):
        return "<Handlers.%s: %d>" % (self.name, int(self))

    def __str__(self):
        return int.__repr__(self)

    @property
    def name(self):
        return "SIG_IGN" if self else "SIG_DFL"

    @property
    def value(self):
        return int(self)


SIG_DFL = Handlers(0)
SIG_IGN = Handlers(1)
SIGHUP = Signals(1)
SIGINT = Signals(2)
SIGQUIT = Signals(3)
SIGABRT = Signals(6)
SIGKILL = Signals(9)
SIGUSR1 = Signals(10)
SIGSEGV = Signals(11)
SIGUSR2 = Signals(12)
SIGPIPE = Signals(13)
SIGALRM = Signals(14)
SIGTERM = Signals(15)
SIGCHLD = Signals(17)
SIGILL = Signals(4)
SIGTRAP = Signals(5)
SIGBUS = Signals(7)
SIGFPE = Signals(8)
SIGCONT = Signals(18)
SIGSTOP = Signals(19)
SIGTSTP = Signals(20)
SIGTTIN = Signals(21)
SIGTTOU = Signals(22)
SIGURG = Signals(23)
SIGXCPU = Signals(24)
SIGXFSZ = Signals(25)
SIGVTALRM = Signals(26)
SIGPROF = Signals(27)
SIGWINCH = Signals(28)
SIGIO = Signals(29)
SIGSYS = Signals(31)
NSIG = 65


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def signal(signalnum, handler):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if signalnum not in range(1, 65):
        raise ValueError("signal number out of range")
    if signalnum in (9, 19):
        raise OSError(22, "Invalid argument")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    before = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler
    # What becomes of the signal when another process sends it.
    _lockstep.on_signal(int(signalnum), handler if handler in (SIG_DFL, SIG_IGN) else 2)
    return before


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum):
    _deliver(signalnum, 2)


def _deliver(signalnum, depth):
    handler = _handlers.get(signalnum, SIG_DFL)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        if signalnum in (SIGPIPE, SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
            return
        _lockstep.exit_process(-int(signalnum))
    handler(int(signalnum), sys._getframe(depth))


def strsignal(signalnum):
    return {2: "Interrupt", 9: "Killed", 14: "Alarm clock", 15: "Terminated"}.get(signalnum)


def valid_signals():
    return set(range(1, 65))


def pause():
    _lockstep.unsupported("signal.pause() is not supported: wait for an Event")
