# A daemon process is terminated at the end of the program, another is waited for.
import multiprocessing
import time


def work(name, seconds):
    time.sleep(seconds)
    print(name, "done", flush=True)


if __name__ == "__main__":
    multiprocessing.Process(target=work, args=("daemon", 5), daemon=True).start()
    multiprocessing.Process(target=work, args=("other", 0.2)).start()
    print("end of main", flush=True)

# stdout:
#| end of main
#| other done
