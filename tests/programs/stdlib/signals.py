# signal: an alarm interrupts the main thread's sleep; handlers run in the main thread.
import signal
import threading
import time

def handler(number, frame):
    print("signal", signal.Signals(number).name, threading.current_thread().name)

print(signal.signal(signal.SIGALRM, handler) == signal.SIG_DFL)
signal.alarm(1)
start = time.perf_counter()
time.sleep(1.5)
print(round(time.perf_counter() - start, 1))
try:
    threading.Thread(target=signal.signal, args=(signal.SIGALRM, handler)).run()
    print("set again")
except ValueError as error:
    print(error)
signal.raise_signal(signal.SIGALRM)

# stdout:
#| True
#| signal SIGALRM MainThread
#| 1.5
#| set again
#| signal SIGALRM MainThread
