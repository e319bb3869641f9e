# NullHandler, addLevelName, LoggerAdapter, own levels, setLevel by name, warn.
import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(levelname)s|%(name)s|%(message)s", level=5)
logging.addLevelName(5, "TRACE")
logging.log(5, "very fine")
log = logging.getLogger("lib")
log.addHandler(logging.NullHandler())
log.setLevel("ERROR")
log.warning("hidden")
log.error("shown %s", [1, 2])
adapter = logging.LoggerAdapter(logging.getLogger("req"), {"id": 7})
adapter.info("through an adapter")
warnings.simplefilter("ignore")
logging.getLogger("old").warn("old spelling")
print(logging.getLevelName("TRACE"), logging.NOTSET, logging.WARN, log.getChild("x").name, logging.root.name)
try:
    log.setLevel("LOUD")
except ValueError as error:
    print(error)
logging.info("%d%% of %s", 50, "work")
logging.shutdown()

# stdout:
#| TRACE|root|very fine
#| ERROR|lib|shown [1, 2]
#| INFO|req|through an adapter
#| WARNING|old|old spelling
#| 5 0 30 lib.x root
#| Unknown level: 'LOUD'
#| INFO|root|50% of work
