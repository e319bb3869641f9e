# set_start_method can be called once; the methods of Linux, the default first.
import multiprocessing

def work(q):
    q.put(multiprocessing.get_start_method())

if __name__ == "__main__":
    print(multiprocessing.get_all_start_methods())  # expect: ['fork', 'spawn', 'forkserver']
    print(multiprocessing.get_start_method(allow_none=True))  # expect: None
    multiprocessing.set_start_method("spawn")
    print(multiprocessing.get_start_method())  # expect: spawn
    try:
        multiprocessing.set_start_method("fork")
    except RuntimeError as error:
        print(error)  # expect: context has already been set
    try:
        multiprocessing.get_context("teleport")
    except ValueError as error:
        print(error)  # expect: cannot find context for 'teleport'
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=work, args=(q,))
    p.start()
    print(q.get())  # expect: spawn
    p.join()
    multiprocessing.freeze_support()
