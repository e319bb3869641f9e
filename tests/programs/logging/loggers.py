# Named loggers: hierarchy, levels, propagation, isEnabledFor, one object per name.
import logging
import sys

root = logging.getLogger()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s/%(levelname)s: %(message)s"))
root.addHandler(handler)
app, db = logging.getLogger("app"), logging.getLogger("app.db")
print(app is logging.getLogger("app"), db.parent is app, app.parent is root)
app.setLevel(logging.INFO)
print(db.getEffectiveLevel(), db.level, db.isEnabledFor(logging.DEBUG))
db.info("shown through the parent's level")
db.debug("hidden")
db.propagate = False
db.warning("goes nowhere but to its own handlers")
db.addHandler(handler)
db.warning("own handler")
handler.setLevel(logging.ERROR)
app.warning("too low for the handler")
app.error("error")
app.log(45, "custom level")
logging.disable(logging.CRITICAL)
app.critical("disabled")
print(app, handler.level)

# stdout:
#| True True True
#| 20 0 False
#| app.db/INFO: shown through the parent's level
#| app.db/WARNING: own handler
#| app/ERROR: error
#| app/Level 45: custom level
#| <Logger app (INFO)> 40
# stderr:
#| goes nowhere but to its own handlers
