# A process handles the signals that another sends: SIGINT raises, SIGTERM is ignored or handled, and a forked child has its parent's handlers.
import multiprocessing as mp, signal, time, os, sys
def worker(q):
    try:
        q.put("ready")
        time.sleep(10)
    except KeyboardInterrupt:
        print("child interrupted", flush=True)
        sys.exit(5)
def ign(ev):
    signal.signal(signal.SIGTERM, signal.SIG_IGN); ev.set(); time.sleep(0.5); print("survived", flush=True)
def inherit(ev):
    ev.set(); time.sleep(5); print("not", flush=True)
def inq(q, r):
    def h(n, f): r.put("handled"); raise SystemExit(7)
    signal.signal(signal.SIGTERM, h)
    r.put("ready")
    q.get()
if __name__ == "__main__":
    q = mp.Queue(); p = mp.Process(target=worker, args=(q,)); p.start(); print(q.get())
    time.sleep(.1); os.kill(p.pid, signal.SIGINT); p.join(); print(p.exitcode)
    ev = mp.Event(); p = mp.Process(target=ign, args=(ev,)); p.start(); ev.wait(); p.terminate(); p.join(); print(p.exitcode)
    signal.signal(signal.SIGTERM, lambda n, f: (print("inherited", flush=True), sys.exit(9)))
    ev = mp.Event(); p = mp.Process(target=inherit, args=(ev,)); p.start(); ev.wait(); time.sleep(.1); p.terminate(); p.join(); print(p.exitcode)
    q, r = mp.Queue(), mp.Queue(); p = mp.Process(target=inq, args=(q, r)); p.start(); print(r.get()); time.sleep(.1); p.terminate(); print(r.get()); p.join(); print(p.exitcode)

# stdout:
#| ready
#| child interrupted
#| 5
#| survived
#| 0
#| inherited
#| 9
#| ready
#| handled
#| 7
