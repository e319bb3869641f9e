# run() called directly is an ordinary call in the same process.
import multiprocessing


def work(x, *, y=0):
    print("sum", x + y, multiprocessing.current_process().name)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work, args=(1,), kwargs={"y": 2})
    process.run()
    print(process.pid, process.exitcode, process.is_alive(), process.ident)
    process.start()
    process.join()
    print(process.exitcode, process.pid == process.ident, isinstance(process.pid, int))

# stdout:
#| sum 3 MainProcess
#| None None False None
#| sum 3 Process-1
#| 0 True True
