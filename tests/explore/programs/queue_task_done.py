import queue
import threading

q = queue.Queue()
done = False


def work():
    global done
    q.get()
    done = True
    q.task_done()


t = threading.Thread(target=work, daemon=True)
t.start()
q.put(1)
q.join()
print(done)
