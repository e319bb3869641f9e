# A supervisor restarts a failing child until it succeeds.
import multiprocessing
import sys

def flaky(attempts):
    with attempts.get_lock():
        attempts.value += 1
        mine = attempts.value
    sys.exit(0 if mine >= 3 else mine)

if __name__ == "__main__":
    attempts = multiprocessing.Value("i", 0)
    while True:
        p = multiprocessing.Process(target=flaky, args=(attempts,))
        p.start()
        p.join()
        print("attempt", attempts.value, "exit code", p.exitcode)
        if p.exitcode == 0:
            break

# stdout:
#| attempt 1 exit code 1
#| attempt 2 exit code 2
#| attempt 3 exit code 0
