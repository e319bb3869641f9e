# A connection can itself be sent over a connection.
import multiprocessing


def work(connection):
    inner = connection.recv()
    inner.send("over the inner pipe")
    inner.close()


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=work, args=(theirs,))
    process.start()
    reader, writer = multiprocessing.Pipe(duplex=False)
    ours.send(writer)
    writer.close()
    print(reader.recv())
    process.join()

# stdout:
#| over the inner pipe
