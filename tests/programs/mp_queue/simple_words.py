# SimpleQueue: put, get, empty, close.
import multiprocessing


def work(inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put(item.upper())


if __name__ == "__main__":
    inbox, outbox = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=work, args=(inbox, outbox))
    process.start()
    print(inbox.empty(), outbox.empty())
    for word in ("a", "b"):
        inbox.put(word)
    inbox.put(None)
    print(outbox.get(), outbox.get(), outbox.empty())
    process.join()
    try:
        inbox.put(lambda: 1)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
    inbox.close()
    for action in (inbox.get, inbox.empty, lambda: inbox.put(1)):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
    print(hasattr(outbox, "qsize"), hasattr(outbox, "put_nowait"))

# stdout:
#| True True
#| A B True
#| PicklingError Can't pickle <function <lambda>
#| OSError handle is closed
#| OSError handle is closed
#| OSError handle is closed
#| False False
