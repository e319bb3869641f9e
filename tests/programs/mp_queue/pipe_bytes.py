# send_bytes and recv_bytes; connection.wait over several pipes.
import multiprocessing
from multiprocessing.connection import wait
import time

def sender(connection, name, seconds):
    time.sleep(seconds)
    connection.send_bytes(name.encode())
    connection.close()

if __name__ == "__main__":
    readers = []
    for name, seconds in (("slow", 0.3), ("fast", 0.1)):
        r, w = multiprocessing.Pipe(False)
        readers.append(r)
        multiprocessing.Process(target=sender, args=(w, name, seconds)).start()
        w.close()
    while readers:
        for r in wait(readers):
            try:
                print(r.recv_bytes())
            except EOFError:
                readers.remove(r)
    print("all pipes are closed")

# stdout:
#| b'fast'
#| b'slow'
#| all pipes are closed
