# set_start_method without the guard: the child's import calls it a second time.
# stderr-has: RuntimeError: context has already been set
import multiprocessing

def work():
    print("never")

multiprocessing.set_start_method("spawn")
p = multiprocessing.Process(target=work)
p.start()
p.join()
print("exit code", p.exitcode)  # expect: exit code 1
