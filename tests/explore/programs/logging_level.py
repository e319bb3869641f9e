import logging
import threading

log = logging.getLogger("a")


def work():
    log.setLevel(logging.CRITICAL)


t = threading.Thread(target=work)
t.start()
log.error("b")
t.join()
