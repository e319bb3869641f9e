# A writer waits when the pipe is full, until the reader takes something.
import multiprocessing
import time


def work(writer):
    for i in range(3):
        writer.send_bytes(b"x" * 50000)
        print("sent", i, flush=True)


if __name__ == "__main__":
    reader, writer = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=work, args=(writer,))
    process.start()
    time.sleep(0.2)
    for i in range(3):
        data = reader.recv_bytes()
        time.sleep(0.1)
        print("received", len(data), flush=True)
        time.sleep(0.1)
    process.join()
    print(process.exitcode)

# stdout:
#| sent 0
#| sent 1
#| received 50000
#| sent 2
#| received 50000
#| received 50000
#| 0
