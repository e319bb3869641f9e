# The format of a thousand lessons: level, thread name, message.
import logging
import threading
import time

logging.basicConfig(level=logging.DEBUG, format="[%(levelname)s] (%(threadName)-10s) %(message)s")

def worker():
    logging.debug("Starting")
    time.sleep(0.2)
    logging.debug("Exiting")

def service():
    logging.debug("Starting")
    time.sleep(0.3)
    logging.debug("Exiting")

t = threading.Thread(name="service", target=service)
w = threading.Thread(name="worker", target=worker)
w2 = threading.Thread(target=time.sleep, args=(0,))
t.start()
time.sleep(0.05)
w.start()
w2.start()
t.join()
w.join()
logging.info("name of the default thread: %s", w2.name)

# stdout:
# stderr:
#| [DEBUG] (service   ) Starting
#| [DEBUG] (worker    ) Starting
#| [DEBUG] (worker    ) Exiting
#| [DEBUG] (service   ) Exiting
#| [INFO] (MainThread) name of the default thread: Thread-1 (sleep)
