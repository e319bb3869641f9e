# Without the guard a spawned child runs the program again, and fails where it chooses a start method again.
import multiprocessing


def work():
    print("never")


multiprocessing.set_start_method("spawn")
process = multiprocessing.Process(target=work)
process.start()
process.join()
print(process.exitcode)

# stderr-has: File "<string>", line 1, in <module>
# stderr-has: from multiprocessing.spawn import spawn_main; spawn_main(tracker_fd=4, pipe_handle=6)
# stderr-has: RuntimeError: context has already been set

# stdout:
#| 1
