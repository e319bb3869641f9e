# Threads and levels.
import logging, threading, sys
logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s [%(threadName)s] %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("app")
def w(n):
    log.info("task %d of %s", n, "two")
    try: 1 / n
    except ZeroDivisionError: log.exception("failed")
for i in range(2):
    t = threading.Thread(target=w, args=(i,), name=f"T{i}"); t.start(); t.join()
log.debug("d"); log.warning("w"); log.critical("c"); log.error("e", exc_info=False)
log.log(25, "custom"); logging.addLevelName(25, "NOTICE"); log.log(25, "named")
log.info("%(a)s and %(b)d", {"a": 1, "b": 2})
log.setLevel("ERROR"); log.info("hidden"); print(log.level, log.getEffectiveLevel(), log.isEnabledFor(logging.INFO), log)

# stdout:
#| INFO     [T0] app: task 0 of two
#| ERROR    [T0] app: failed
#| Traceback (most recent call last):
#|   File "threads_and_levels.py", line 7, in w
#|     try: 1 / n
#|          ~~^~~
#| ZeroDivisionError: division by zero
#| INFO     [T1] app: task 1 of two
#| DEBUG    [MainThread] app: d
#| WARNING  [MainThread] app: w
#| CRITICAL [MainThread] app: c
#| ERROR    [MainThread] app: e
#| Level 25 [MainThread] app: custom
#| NOTICE   [MainThread] app: named
#| INFO     [MainThread] app: 1 and 2
#| 40 40 False <Logger app (ERROR)>
