# Other programs can't be started.
# only: lockstep
# exit: 5
# stderr-has: subprocess
import subprocess

subprocess.run(["ls"])
