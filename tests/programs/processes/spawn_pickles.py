# Under spawn the target and its arguments are pickled: a lambda is refused at start.
import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    p = context.Process(target=lambda: None)
    try:
        p.start()
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
    fork = multiprocessing.get_context("fork").Process(target=lambda: print("fork does not pickle", flush=True))
    fork.start()
    fork.join()
    print(fork.exitcode)

# stdout:
#| PicklingError Can't pickle <function <lambda>
#| fork does not pickle
#| 0
