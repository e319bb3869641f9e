# Names count up; name and daemon can be set before the start only.
import multiprocessing
import time

def nap():
    time.sleep(0.05)

if __name__ == "__main__":
    first, second = multiprocessing.Process(target=nap), multiprocessing.Process(target=nap, name="Loader", daemon=True)
    print(first.name, second.name, first.daemon, second.daemon)  # expect: Process-1 Loader False True
    first.name = "Renamed"
    first.daemon = True
    print(first.name, first.daemon)  # expect: Renamed True
    first.start()
    try:
        first.daemon = False
    except AssertionError as error:
        print(error)  # expect: process has already started
    first.join()
    print(multiprocessing.Process(target=nap).name)  # expect: Process-3
