import logging
import threading




def work():
    logging.disable(logging.ERROR)


t = threading.Thread(target=work)
t.start()
logging.error("a")
t.join()
