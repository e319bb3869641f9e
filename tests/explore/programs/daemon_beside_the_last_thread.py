# The main thread waits for a thread at its end, and a daemon may print until then.
import threading


def last():
    print("last")


def daemon():
    print("daemon")


threading.Thread(target=daemon, daemon=True).start()
threading.Thread(target=last).start()
