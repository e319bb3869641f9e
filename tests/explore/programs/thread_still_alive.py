# Between the last statement of a thread and its end the GIL can go over.
import threading

done = False


def work():
    global done
    done = True


thread = threading.Thread(target=work)
thread.start()
while not done:
    pass
print("alive" if thread.is_alive() else "dead")
thread.join()
