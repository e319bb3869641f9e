# Handlers and styles.
import logging
logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%Y")
h = logging.StreamHandler()
h.setFormatter(logging.Formatter("{levelname:>10}|{message}|{funcName}|{lineno}|{filename}|{module}", style="{"))
log = logging.getLogger("z"); log.addHandler(h); log.propagate = False
def f(): log.warning("in f")
f(); log.warning("x")
class F(logging.Filter):
    def filter(self, r): r.extra = "E"; return "skip" not in r.getMessage()
log.addFilter(F()); log.warning("skip me"); log.warning("keep")
a = logging.LoggerAdapter(log, {"user": "bob"}); h.setFormatter(logging.Formatter("%(user)s %(message)s")); a.warning("hi %s", "there")
class MyH(logging.Handler):
    def emit(self, record): print("H:", self.format(record), record.levelno, record.args)
log.handlers.clear(); log.addHandler(MyH()); log.error("to %d", 3)
log.error("bad %d", "x")
log.removeHandler(log.handlers[0]); print(log.handlers, log.hasHandlers())
h.setFormatter(logging.Formatter("$message-$levelname", style="$")); log.addHandler(h); log.error("tmpl")
try: logging.Formatter("x", style="?")
except ValueError as e: print(e)
try: log.setLevel("NOPE")
except ValueError as e: print(e)
log.error("stack", stack_info=True)
logging.disable(logging.CRITICAL); log.critical("no"); logging.disable(logging.NOTSET)
def g(): log.warning("lvl", stacklevel=2)
h.setFormatter(logging.Formatter("%(funcName)s:%(lineno)d:%(message)s"))
def k(): g()
k()
log.info("x", extra={"message": 1}) if False else None
try: log.error("x", extra={"message": 1})
except KeyError as e: print(e)

# stdout:
#| H: to 3 40 (3,)
# stderr:
#|    WARNING|in f|f|7|handlers_and_styles.py|handlers_and_styles
#|    WARNING|x|<module>|8|handlers_and_styles.py|handlers_and_styles
#|    WARNING|keep|<module>|11|handlers_and_styles.py|handlers_and_styles
#| bob hi there
#| Traceback (most recent call last):
#|   File "handlers_and_styles.py", line 16, in <module>
#|     log.error("bad %d", "x")
#|     ~~~~~~~~~^^^^^^^^^^^^^^^
#|   File "<lib>/logging/__init__.py", in error
#|   File "<lib>/logging/__init__.py", in _log
#|   File "<lib>/logging/__init__.py", in handle
#|   File "<lib>/logging/__init__.py", in filter
#|   File "handlers_and_styles.py", line 10, in filter
#|     def filter(self, r): r.extra = "E"; return "skip" not in r.getMessage()
#|                                                              ~~~~~~~~~~~~^^
#|   File "<lib>/logging/__init__.py", in getMessage
#| TypeError: %d format: a real number is required, not str
# exit: 1
