# A daemon process is terminated when the parent ends; the other one is waited for.
import multiprocessing
import time

def slow(seconds, word):
    time.sleep(seconds)
    print(word, flush=True)

if __name__ == "__main__":
    multiprocessing.Process(target=slow, args=(5, "never printed"), daemon=True).start()
    multiprocessing.Process(target=slow, args=(0.2, "the child ends later")).start()
    print("the parent's last line", flush=True)

# stdout:
#| the parent's last line
#| the child ends later
