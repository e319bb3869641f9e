# BrokenPipeError in a child whose reader is gone.
import multiprocessing
import time


def work(writer):
    time.sleep(0.1)
    writer.send("hello?")


if __name__ == "__main__":
    reader, writer = multiprocessing.get_context("fork").Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=work, args=(writer,))
    reader.close()
    process.start()
    process.join()
    print(process.exitcode)
# stderr-has: BrokenPipeError: [Errno 32] Broken pipe

# stdout:
#| 1
