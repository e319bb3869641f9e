# current_process, parent_process, active_children, os.getppid.
import multiprocessing
import os


def report(queue, go):
    go.get()
    me, parent = multiprocessing.current_process(), multiprocessing.parent_process()
    queue.put((me.name, me.pid == os.getpid(), parent.name, parent.pid == os.getppid(), parent.is_alive(),
               len(multiprocessing.active_children())))


if __name__ == "__main__":
    print(multiprocessing.current_process().name, multiprocessing.parent_process())
    print(multiprocessing.current_process().is_alive(), multiprocessing.current_process().daemon)
    queue, go = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=report, args=(queue, go), name="child")
    process.start()
    print(multiprocessing.active_children() == [process])
    go.put(None)
    print(queue.get())
    process.join()
    print(multiprocessing.active_children())

# stdout:
#| MainProcess None
#| True False
#| True
#| ('child', True, 'MainProcess', True, True, 0)
#| []
