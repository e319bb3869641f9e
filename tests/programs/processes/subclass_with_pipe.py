# A worker process with commands over a pipe, written as a class.
import multiprocessing

class Calculator(multiprocessing.Process):
    def __init__(self):
        super().__init__(name="calculator", daemon=True)
        self.ours, self.theirs = multiprocessing.Pipe()

    def run(self):
        operations = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
        while True:
            name, *numbers = self.theirs.recv()
            if name == "stop":
                break
            try:
                self.theirs.send(("ok", operations[name](*numbers)))
            except Exception as error:
                self.theirs.send(("error", repr(error)))

    def ask(self, *request):
        self.ours.send(request)
        return self.ours.recv()

if __name__ == "__main__":
    c = Calculator()
    c.start()
    print(c.ask("add", 2, 3), c.ask("mul", 2, "ab"), c.ask("div", 1, 2), c.ask("add", 1))  # expect: ('ok', 5) ('ok', 'abab') ('error', "KeyError('div')") ('error', 'TypeError("Calculator.run.<locals>.<lambda>() missing 1 required positional argument: \'b\'")')
    c.ours.send(("stop",))
    c.join()
    print(c.exitcode)  # expect: 0
