# sys.exit() within an own threading.excepthook ends the thread without a word.
import sys
import threading


def hook(args):
    print("hook of", args.thread.name)
    sys.exit(3)


def fails():
    raise KeyError("lost")


threading.excepthook = hook
thread = threading.Thread(target=fails, name="worker")
thread.start()
thread.join()
print("main goes on")

# stdout:
#| hook of worker
#| main goes on
