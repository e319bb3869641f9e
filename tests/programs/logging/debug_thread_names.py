# Debug thread names.
import logging, threading, time
logging.basicConfig(level=logging.DEBUG, format="(%(threadName)-10s) %(message)s")
def worker():
    logging.debug("Starting"); time.sleep(0.05); logging.debug("Exiting")
def service():
    logging.debug("Starting"); time.sleep(0.1); logging.debug("Exiting")
t = threading.Thread(name="my_service", target=service)
w = threading.Thread(name="worker", target=worker)
w2 = threading.Thread(target=worker)
w.start(); time.sleep(.01); w2.start(); time.sleep(.01); t.start()

# stdout:
# stderr:
#| (worker    ) Starting
#| (Thread-1 (worker)) Starting
#| (my_service) Starting
#| (worker    ) Exiting
#| (Thread-1 (worker)) Exiting
#| (my_service) Exiting
