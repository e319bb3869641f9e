# What a spawned child says that fails before its target runs: its command line is the first call of the traceback.
import multiprocessing


def outer():
    def inner():
        pass

    return inner


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")

    def under_the_guard():
        print("never")

    process = context.Process(target=under_the_guard)
    process.start()
    process.join()
    print(process.exitcode)
    try:
        context.Process(target=outer()).start()
    except AttributeError as error:
        print(str(error).split(" object")[0])

# stdout:
#| 1
#| Can't get local
# stderr:
#| Traceback (most recent call last):
#|   File "<string>", line 1, in <module>
#|     from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=4, pipe_handle=6)
#|                                                   ~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
#|   File "<lib>/multiprocessing/spawn.py", in spawn_main
#|   File "<lib>/multiprocessing/spawn.py", in _main
#| AttributeError: Can't get attribute 'under_the_guard' on <module '__mp_main__' from 'spawned_tracebacks.py'>
