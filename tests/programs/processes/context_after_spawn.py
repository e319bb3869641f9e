# A spawned process fixes the start method of the program, though it came from a context of its own.
import multiprocessing


def child():
    print("child", flush=True)


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=child)
    process.start()
    process.join()
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError as error:
        print(error)

# stdout:
#| child
#| context has already been set
