# Pipe(duplex=False): one end receives, the other sends.
import multiprocessing

def numbers(sender):
    for n in range(3):
        sender.send(n)
    sender.send("done")
    sender.close()

if __name__ == "__main__":
    receiver, sender = multiprocessing.Pipe(duplex=False)
    print(receiver.readable, receiver.writable, sender.readable, sender.writable)
    for wrong in (lambda: receiver.send(1), lambda: sender.recv()):
        try:
            wrong()
        except OSError as error:
            print(error)
    p = multiprocessing.Process(target=numbers, args=(sender,))
    p.start()
    sender.close()
    for item in iter(receiver.recv, "done"):
        print(item)
    p.join()

# stdout:
#| True False False True
#| connection is read-only
#| connection is write-only
#| 0
#| 1
#| 2
