# processName in the format; children inherit the configuration by fork.
import logging
import multiprocessing

def work(n):
    logging.info("working on %d", n)

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(processName)s %(module)s %(message)s")
    logging.info("starting")
    for n in range(2):
        p = multiprocessing.Process(target=work, args=(n,))
        p.start()
        p.join()
    logging.info("done")

# stdout:
# stderr:
#| MainProcess processes starting
#| Process-1 processes working on 0
#| Process-2 processes working on 1
#| MainProcess processes done
