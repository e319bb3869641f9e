# Interview: four threads print fizz, buzz, fizzbuzz and the numbers, in order.
import threading

class FizzBuzz:
    def __init__(self, n):
        self.n, self.i = n, 1
        self.turn = threading.Condition()

    def run(self, wanted, text):
        while True:
            with self.turn:
                self.turn.wait_for(lambda: self.i > self.n or wanted(self.i))
                if self.i > self.n:
                    return
                print(text or self.i)
                self.i += 1
                self.turn.notify_all()

game = FizzBuzz(15)
rules = [
    (lambda i: i % 3 == 0 and i % 5, "fizz"),
    (lambda i: i % 5 == 0 and i % 3, "buzz"),
    (lambda i: i % 15 == 0, "fizzbuzz"),
    (lambda i: i % 3 and i % 5, None),
]
threads = [threading.Thread(target=game.run, args=rule) for rule in rules]
for t in threads:
    t.start()
for t in threads:
    t.join()

# stdout:
#| 1
#| 2
#| fizz
#| 4
#| buzz
#| fizz
#| 7
#| 8
#| fizz
#| buzz
#| 11
#| fizz
#| 13
#| 14
#| fizzbuzz
