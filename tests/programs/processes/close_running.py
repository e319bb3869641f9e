# close() refuses a process that still runs.
import multiprocessing
import time


def slow():
    time.sleep(10)


if __name__ == "__main__":
    process = multiprocessing.Process(target=slow)
    process.start()
    try:
        process.close()
    except ValueError as error:
        print(error)
    process.terminate()
    process.join()
    print(process.exitcode)
    process.close()
    print(str(process).split('parent')[0])

# stdout:
#| Cannot close a process while it is still running. You should first call join() or terminate().
#| -15
#| <Process name='Process-1' 
