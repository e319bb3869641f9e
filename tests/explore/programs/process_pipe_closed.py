from multiprocessing import Pipe, Process


def work(end):
    end.send("one")
    end.close()


if __name__ == "__main__":
    here, there = Pipe()
    p = Process(target=work, args=(there,))
    p.start()
    there.close()
    print(here.recv())
    try:
        here.recv()
    except EOFError:
        print("closed")
    p.join()
