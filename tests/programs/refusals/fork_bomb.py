# Processes that start processes end at the limit.
# only: lockstep
import multiprocessing


def again():
    while True:
        multiprocessing.Process(target=again).start()


if __name__ == "__main__":
    again()
# stdout:
# stderr-has: limit reached (processes): more than 200 processes at once
# exit: 4
