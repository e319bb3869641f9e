# fork needs no pickling: lambdas, closures and bound methods are fine as targets.
import multiprocessing


class Greeter:
    def __init__(self, word):
        self.word = word

    def greet(self, name):
        print(self.word, name, flush=True)


if __name__ == "__main__":
    fork = multiprocessing.get_context("fork")
    word = "closure"
    for target, args in ((lambda: print("lambda", word, flush=True), ()), (Greeter("hello").greet, ("child",)),
                         (print, ("builtin",)), (Greeter("bye").greet, ("Ann",))):
        process = fork.Process(target=target, args=args)
        process.start()
        process.join()
        print(process.exitcode)

# stdout:
#| lambda closure
#| 0
#| hello child
#| 0
#| builtin
#| 0
#| bye Ann
#| 0
