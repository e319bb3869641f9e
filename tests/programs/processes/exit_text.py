# sys.exit with a text: on stderr, exit code 1.
import multiprocessing
import sys


def fail():
    sys.exit("could not work")


if __name__ == "__main__":
    process = multiprocessing.Process(target=fail)
    process.start()
    process.join()
    print(process.exitcode)

# stdout:
#| 1
# stderr:
#| could not work
