# Default root.
import logging
logging.warning("root %s", 1); logging.info("no"); logging.error("err")
logging.getLogger("x.y").error("child")
logging.getLogger("x").setLevel(logging.DEBUG)
logging.getLogger("x.y").debug("now")
print(logging.getLogger("x.y").parent, logging.getLogger().handlers, logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(7))

# stdout:
#| <Logger x (DEBUG)> [<StreamHandler <stderr> (NOTSET)>] DEBUG 20 Level 7
# stderr:
#| WARNING:root:root 1
#| ERROR:root:err
#| ERROR:x.y:child
#| DEBUG:x.y:now
