# basicConfig with stream, datefmt and level; a second basicConfig does nothing unless forced.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(name)s %(levelname)-8s %(message)s", datefmt="[clock]")
logging.info("first")
logging.basicConfig(format="ignored", level=logging.DEBUG)
logging.debug("still hidden")
logging.basicConfig(stream=sys.stdout, format="{levelname}:{message}", style="{", level="DEBUG", force=True)
logging.debug("braces")
logging.getLogger("app").warning("from a named logger %(what)s", {"what": "with a mapping"})

# stdout:
#| [clock] root INFO     first
#| DEBUG:braces
#| WARNING:from a named logger with a mapping
