# Log records sent through a queue to one listener thread.
import logging
import logging.handlers
import queue
import sys
import threading

records = queue.Queue()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(threadName)s: %(message)s"))
listener = logging.handlers.QueueListener(records, handler)
root = logging.getLogger()
root.setLevel(logging.INFO)
root.addHandler(logging.handlers.QueueHandler(records))
listener.start()

def work(n):
    logging.info("job %d", n)

for n in range(3):
    t = threading.Thread(target=work, args=(n,), name=f"W{n}")
    t.start()
    t.join()
listener.stop()
print("all records written:", records.empty())

# stdout:
#| W0: job 0
#| W1: job 1
#| W2: job 2
#| all records written: True
