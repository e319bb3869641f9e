# Main looks at a variable behind its joins that is written in few interleavings only.
import threading

done = False
missed = 0
event = threading.Event()


def setter():
    global done
    event.set()
    done = True


def getter():
    global missed
    if done:
        missed = 1


a = threading.Thread(target=setter)
b = threading.Thread(target=getter)
a.start()
b.start()
a.join()
b.join()
print(missed)
