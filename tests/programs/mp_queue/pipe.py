# Pipe: both ends send and receive objects; poll; EOFError when the other end is gone.
import multiprocessing

def child(connection):
    request = connection.recv()
    connection.send({"echo": request, "length": len(request)})
    connection.close()

if __name__ == "__main__":
    parent_end, child_end = multiprocessing.Pipe()
    p = multiprocessing.Process(target=child, args=(child_end,))
    p.start()
    child_end.close()
    print(parent_end.poll())  # expect: False
    parent_end.send("hello")
    print(parent_end.poll(5), parent_end.recv())  # expect: True {'echo': 'hello', 'length': 5}
    p.join()
    try:
        parent_end.recv()
    except EOFError as error:
        print(repr(error))  # expect: EOFError()
    parent_end.close()
    try:
        parent_end.send(1)
    except OSError as error:
        print(error)  # expect: handle is closed
    print(parent_end.closed)  # expect: True
