# A handler and a filter of one's own, LogRecord attributes, extra fields.
import logging
import threading

class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []
    def emit(self, record):
        self.lines.append(self.format(record))

class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()

log = logging.getLogger("job")
log.setLevel(logging.DEBUG)
handler = ListHandler()
handler.setFormatter(logging.Formatter("%(levelno)s %(funcName)s:%(lineno)d %(threadName)s %(user)s %(message)s"))
handler.addFilter(NoSecrets())
log.addHandler(handler)

def work(user):
    log.info("hello %s", user, extra={"user": user})
    log.info("the secret", extra={"user": user})

for user in ("ann", "bob"):
    t = threading.Thread(target=work, args=(user,), name="T-" + user)
    t.start()
    t.join()
print("\n".join(handler.lines))
print(log.handlers == [handler], log.hasHandlers())

# stdout:
#| 20 work:24 T-ann ann hello ann
#| 20 work:24 T-bob bob hello bob
#| True True
