# multiprocessing's own logger.
import logging
import multiprocessing

def work():
    multiprocessing.get_logger().info("hello from the child")

if __name__ == "__main__":
    multiprocessing.log_to_stderr()
    logger = multiprocessing.get_logger()
    logger.setLevel(logging.INFO)
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
    print(logger.name)  # expect: multiprocessing

# stderr:
#| [INFO/Process-1] child process calling self.run()
#| [INFO/Process-1] hello from the child
#| [INFO/Process-1] process exiting with exitcode 0
#| [INFO/Process-1] process shutting down
#| [INFO/MainProcess] process shutting down
