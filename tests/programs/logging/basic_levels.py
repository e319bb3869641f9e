# The root logger without configuration: warnings and worse, on stderr.
import logging

logging.debug("not shown")
logging.info("not shown")
logging.warning("a %s with %d arguments", "message", 2)
logging.error("an error")
logging.critical("critical")
print(logging.getLogger().level == logging.WARNING, logging.getLevelName(20))  # expect: True INFO
print(logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)  # expect: 10 20 30 40 50

# stderr:
#| WARNING:root:a message with 2 arguments
#| ERROR:root:an error
#| CRITICAL:root:critical
