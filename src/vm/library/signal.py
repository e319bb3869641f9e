# Signals by name. Handlers are kept, but nothing outside of the program sends signals here.
import _lockstep
import threading

SIG_DFL = 0
SIG_IGN = 1
SIGHUP = 1
SIGINT = 2
SIGQUIT = 3
SIGABRT = 6
SIGKILL = 9
SIGUSR1 = 10
SIGSEGV = 11
SIGUSR2 = 12
SIGPIPE = 13
SIGALRM = 14
SIGTERM = 15
SIGCHLD = 17

_names = {1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL", 10: "SIGUSR1",
          11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM", 17: "SIGCHLD"}


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


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def signal(signalnum, handler):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    before = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler
    # What becomes of the signal when another process sends it.
    _lockstep.on_signal(int(signalnum), handler if handler in (SIG_DFL, SIG_IGN) else 2)
    return before


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum):
    handler = _handlers.get(signalnum, SIG_DFL)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        if signalnum == SIGCHLD:
            return
        _lockstep.exit_process(-int(signalnum))
    handler(signalnum, None)


def strsignal(signalnum):
    return {2: "Interrupt", 9: "Killed", 14: "Alarm clock", 15: "Terminated"}.get(signalnum)


def valid_signals():
    return set(range(1, 65))


def alarm(seconds):
    _lockstep.unsupported("signal.alarm() is not supported: use threading.Timer")


def setitimer(which, seconds, interval=0.0):
    _lockstep.unsupported("signal.setitimer() is not supported: use threading.Timer")


def pause():
    _lockstep.unsupported("signal.pause() is not supported: wait for an Event")
