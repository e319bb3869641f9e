# Pipe: both directions, poll, EOFError, closed ends, one-way pipes.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def echo(connection):
    while True:
        try:
            connection.send(connection.recv())
        except EOFError:
            print("the other end is closed", flush=True)
            break


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(theirs,))
    process.start()
    theirs.close()
    ours.send({"a": [1, 2], "b": None})
    print(ours.recv(), ours.poll(), ours.poll(0.05), ours.closed, ours.readable, ours.writable)
    attempt(lambda: ours.send(lambda: 1) if False else "skip")
    for value in ("text", 1.5, (1, 2), {3}, b"bytes", None, True, 10 ** 30, frozenset([1])):
        ours.send(value)
        print(ours.recv(), end=" ")
    print()
    if multiprocessing.get_start_method() != "fork":
        ours.close()
    else:
        ours.send("done")
        print(ours.recv())
        process.terminate()
    process.join()
    ours.close()
    attempt(ours.recv)
    attempt(lambda: ours.send(1))
    attempt(ours.poll)
    attempt(ours.fileno)
    print(ours.closed)
    reader, writer = multiprocessing.Pipe(duplex=False)
    attempt(writer.recv)
    attempt(lambda: reader.send(1))
    attempt(writer.poll)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    writer.send("last words")
    writer.close()
    print(reader.poll(), reader.recv(), reader.poll())
    attempt(reader.recv)
    reader, writer = multiprocessing.Pipe(False)
    reader.close()
    attempt(lambda: writer.send("nobody reads"))
    with multiprocessing.Pipe()[0] as connection:
        print(connection.closed)
    print(connection.closed)
    print(type(reader).__name__, repr(reader).split(" at ")[0])

# stdout:
#| {'a': [1, 2], 'b': None} False False False True True
#| skip
#| text 1.5 (1, 2) {3} b'bytes' None True 1000000000000000000000000000000 frozenset({1}) 
#| done
#| OSError handle is closed
#| OSError handle is closed
#| OSError handle is closed
#| OSError handle is closed
#| True
#| OSError connection is write-only
#| OSError connection is read-only
#| OSError connection is write-only
#| True False False True
#| True last words True
#| EOFError 
#| BrokenPipeError [Errno 32] Broken pipe
#| False
#| True
#| Connection <multiprocessing.connection.Connection object
