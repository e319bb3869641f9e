# Signals by name. Nothing outside of the program sends any here.
import sys
import _lockstep
import _thread
import threading
from enum import IntEnum

_names = {1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL", 10: "SIGUSR1",
          11: "SIGSEGV", 12: "SIGUSR2", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM", 17: "SIGCHLD",
          4: "SIGILL", 5: "SIGTRAP", 7: "SIGBUS", 8: "SIGFPE", 18: "SIGCONT", 19: "SIGSTOP", 20: "SIGTSTP", 21: "SIGTTIN", 22: "SIGTTOU",
          23: "SIGURG", 24: "SIGXCPU", 25: "SIGXFSZ", 26: "SIGVTALRM", 27: "SIGPROF", 28: "SIGWINCH", 29: "SIGIO", 31: "SIGSYS"}


Signals = IntEnum("Signals", {name: number for number, name in sorted(_names.items())}, module="signal")


Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module="signal")
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
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


def raise_signal(signalnum, /):
    _deliver(signalnum, False)


def pthread_kill(thread_id, signalnum, /):
    main = threading.main_thread()
    if thread_id == main.ident:
        _deliver(signalnum)
    elif any(thread_id == thread.ident for thread in threading.enumerate()):
        _deliver(signalnum, False)
    else:
        raise ProcessLookupError(3, "No such process")


def _deliver(signalnum, wakes=True):
    handler = _handlers.get(signalnum, SIG_DFL)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        if signalnum in (SIGPIPE, SIGCHLD, SIGCONT, SIGURG, SIGWINCH):
            return
        _lockstep.exit_process(-int(signalnum))
    if threading.current_thread() is threading.main_thread():
        _handle(signalnum)
    else:
        _lockstep.kill_process(_lockstep.process()[0], int(signalnum), wakes)


def _handle(signalnum):
    handler = _handlers.get(signalnum, SIG_DFL)
    if callable(handler):
        handler(int(signalnum), sys._getframe())
    if _paused.locked():
        _paused.release()


_paused = _thread.allocate_lock()


def pause():
    if threading.current_thread() is not threading.main_thread():
        _lockstep.unsupported("signal.pause() of another thread than the main one is not supported: wait for an Event")
    _paused.acquire(False)
    _paused.acquire()
    _paused.release()


ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class itimer_error(OSError):
    pass


ItimerError = itimer_error
# Of the one timer of real time: when it is due, how often after that, and which one it is.
_timer = [0, 0.0, 0]


def _now():
    return _lockstep.clock(1) / 1000000000


def _ring(number):
    while _timer[2] == number:
        rest = _timer[0] - _now()
        if rest > 0:
            _lockstep.sleep(rest)
            continue
        _timer[0] = _timer[0] + _timer[1] if _timer[1] else 0
        _deliver(SIGALRM)
        if not _timer[1]:
            break


def getitimer(which, /):
    if which not in (0, 1, 2):
        raise ItimerError(22, "Invalid argument")
    if not _timer[0]:
        return (0.0, 0.0)
    return (max(_timer[0] - _now(), 0.0), float(_timer[1]))


def setitimer(which, seconds, interval=0.0, /):
    before = getitimer(which)
    if which:
        _lockstep.unsupported("signal.setitimer() of processor time is not supported: use ITIMER_REAL")
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    number = _timer[2] + 1
    _timer[:] = _now() + seconds if seconds else 0, interval, number
    if seconds:
        _lockstep.start_thread(_ring, (number,), "SIGALRM", True)
    return before


def alarm(seconds, /):
    rest = setitimer(0, seconds)[0]
    return max(int(rest + 0.5), int(rest > 0))


def strsignal(signalnum):
    return {2: "Interrupt", 9: "Killed", 14: "Alarm clock", 15: "Terminated"}.get(signalnum)


def valid_signals():
    return set(range(1, 65))
