# Signals are numbers with names; handlers get a plain number and the frame that runs
import os
import signal


def handler(number, frame):
    print("handler", type(number).__name__, number, frame.f_code.co_name)


signal.signal(signal.SIGINT, handler)
os.kill(os.getpid(), signal.SIGINT)
signal.raise_signal(signal.SIGINT)
print(repr(signal.SIGTERM), signal.SIGTERM.name, signal.SIGTERM, f"{signal.SIGINT}", signal.SIGINT == 2)
print(repr(signal.SIG_IGN), repr(signal.getsignal(signal.SIGTERM)))
try:
    signal.Signals(99)
except ValueError as error:
    print(error)
try:
    signal.signal(signal.SIGKILL, handler)
except OSError as error:
    print(error)

# stdout:
#| handler int 2 <module>
#| handler int 2 <module>
#| <Signals.SIGTERM: 15> SIGTERM 15 2 True
#| <Handlers.SIG_IGN: 1> <Handlers.SIG_DFL: 0>
#| 99 is not a valid Signals
#| [Errno 22] Invalid argument
