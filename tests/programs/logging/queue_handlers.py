# Queue handlers.
import logging, queue, logging.handlers
q = queue.Queue()
qh = logging.handlers.QueueHandler(q)
log = logging.getLogger("qq"); log.addHandler(qh); log.setLevel(logging.INFO)
h = logging.StreamHandler(); h.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
l = logging.handlers.QueueListener(q, h, respect_handler_level=True); l.start()
log.info("one"); log.info("two %s", 2)
l.stop(); print(q.empty())
m = logging.handlers.MemoryHandler(10, target=h); log2 = logging.getLogger("mm"); log2.addHandler(m); log2.warning("buffered"); print("flush"); m.flush()

# stdout:
#| True
#| flush
# stderr:
#| MainThread one
#| MainThread two 2
#| MainThread buffered
