# connection.wait on sentinels and connections at once.
import multiprocessing
import time
from multiprocessing.connection import wait


def work(connection, seconds):
    time.sleep(seconds)
    connection.send(seconds)
    connection.close()


if __name__ == "__main__":
    readers, names = [], {}
    processes = []
    for seconds in (0.3, 0.1, 0.2):
        reader, writer = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=work, args=(writer, seconds))
        process.start()
        writer.close()
        readers.append(reader)
        processes.append(process)
    print(wait(readers, timeout=0))
    while readers:
        for reader in wait(readers):
            try:
                print("got", reader.recv())
            except EOFError:
                print("closed")
                readers.remove(reader)
    for process in processes:
        process.join()
    print(len(wait([p.sentinel for p in processes])))

# stdout:
#| []
#| got 0.1
#| closed
#| got 0.2
#| closed
#| got 0.3
#| closed
#| 3
