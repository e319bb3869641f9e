# multiprocessing's own logger.
import logging
import multiprocessing


def work():
    multiprocessing.get_logger().info("working")


if __name__ == "__main__":
    logger = multiprocessing.log_to_stderr()
    logger.setLevel(logging.INFO)
    logger.warning("doomed")
    process = multiprocessing.get_context("fork").Process(target=work, name="W")
    process.start()
    process.join()
    print(logger.name, logger is multiprocessing.get_logger())

# stdout:
#| multiprocessing True
# stderr:
#| [WARNING/MainProcess] doomed
#| [INFO/W] child process calling self.run()
#| [INFO/W] working
#| [INFO/W] process exiting with exitcode 0
#| [INFO/W] process shutting down
#| [INFO/MainProcess] process shutting down
