# Under spawn a program without the guard fails in the child, which imports it again.
# stderr-has: An attempt has been made to start a new process before the
import multiprocessing

def work():
    print("never")

context = multiprocessing.get_context("spawn")
p = context.Process(target=work)
p.start()
p.join()
print("exit code", p.exitcode)  # expect: exit code 1
