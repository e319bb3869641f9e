# Two processes each wait for a message from the other.
# only: lockstep
# exit: 3
# stderr-has: left
# stderr-has: right
import multiprocessing

def wait_then_send(connection):
    connection.recv()
    connection.send("after you")

if __name__ == "__main__":
    a, b = multiprocessing.Pipe()
    processes = [multiprocessing.Process(target=wait_then_send, args=(end,), name=name) for end, name in ((a, "left"), (b, "right"))]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
