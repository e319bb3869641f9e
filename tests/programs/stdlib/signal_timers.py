# signal.alarm, setitimer, pause and pthread_kill; handlers within handlers.
import signal, time, os, threading
n = 0
def tick(s, f):
    global n
    n += 1
    print("tick", n)
    if n == 3: signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, tick)
print(signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2))
while n < 3: signal.pause()
print(signal.getitimer(0))
print(signal.alarm(3)); time.sleep(1.2); print(signal.alarm(0), signal.alarm(0))
class Timeout(Exception): pass
def handler(s, f): raise Timeout
signal.signal(signal.SIGALRM, handler)
def busy():
    x = 0
    while True: x += 1
signal.alarm(1)
try: busy()
except Timeout: print("timeout")
def nested(s, f):
    print("usr1 begin"); os.kill(os.getpid(), signal.SIGUSR2); print("usr1 end")
signal.signal(signal.SIGUSR1, nested)
signal.signal(signal.SIGUSR2, lambda s, f: print("usr2"))
threading.Timer(0.1, signal.pthread_kill, (threading.main_thread().ident, signal.SIGUSR1)).start()
time.sleep(0.3)
print(repr(signal.SIGTERM), signal.Signals.SIGKILL, signal.Signals["SIGTERM"].value, str(signal.SIG_DFL), repr(signal.SIG_IGN), len(list(signal.Signals)) > 20)
print(isinstance(signal.SIGINT, signal.Signals), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try: signal.setitimer(0, -1)
except signal.ItimerError as e: print(type(e).__name__, e)

# stdout:
#| (0.0, 0.0)
#| tick 1
#| tick 2
#| tick 3
#| (0.0, 0.0)
#| 0
#| 2 0
#| timeout
#| usr1 begin
#| usr2
#| usr1 end
#| <Signals.SIGTERM: 15> 9 15 0 <Handlers.SIG_IGN: 1> True
#| True True
#| itimer_error [Errno 22] Invalid argument
