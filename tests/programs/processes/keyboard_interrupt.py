# KeyboardInterrupt raised in a child: traceback and exit code 1.
import multiprocessing


def work():
    raise KeyboardInterrupt


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    print("exit code", process.exitcode)

# stdout:
#| exit code 1
# stderr:
#| Process Process-1:
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "<lib>/multiprocessing/process.py", in run
#|   File "keyboard_interrupt.py", line 6, in work
#|     raise KeyboardInterrupt
#| KeyboardInterrupt
