# close ends putting; join_thread waits for the feeder; afterwards the queue refuses work.
import multiprocessing

def child(q):
    q.put("from the child")
    q.close()
    q.join_thread()
    try:
        q.put("more")
    except ValueError as error:
        print("child:", str(error).split(" at 0x")[0], flush=True)

if __name__ == "__main__":
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=child, args=(q,))
    p.start()
    p.join()
    print(q.get())
    try:
        q.join_thread()
    except AssertionError as error:
        print("join_thread before close:", str(error).split(" at 0x")[0])
    q.close()
    try:
        q.get()
    except ValueError as error:
        print("parent:", str(error).split(" at 0x")[0])

# stdout:
#| child: Queue <multiprocessing.queues.Queue object
#| from the child
#| join_thread before close: Queue <multiprocessing.queues.Queue object
#| parent: Queue <multiprocessing.queues.Queue object
