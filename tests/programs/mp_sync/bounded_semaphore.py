# multiprocessing.BoundedSemaphore: a release too many is a ValueError.
import multiprocessing

if __name__ == "__main__":
    semaphore = multiprocessing.BoundedSemaphore(1)
    with semaphore:
        print(semaphore.get_value())  # expect: 0
    try:
        semaphore.release()
    except ValueError as error:
        print(error)  # expect: semaphore or lock released too many times
    print(semaphore.get_value())  # expect: 1
