# The end of the program cuts off what a daemon still would have written, though nobody else writes.
import sys
import threading


def work():
    print(1)
    print("error", file=sys.stderr)
    print(2)


threading.Thread(target=work, daemon=True).start()
