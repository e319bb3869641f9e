# Bound methods are equal and hash alike if object and function are the same.
import array


class Button:
    def click(self):
        pass

    @classmethod
    def make(cls):
        return cls()


b, c = Button(), Button()
handlers = {b.click}
handlers.add(b.click)
handlers.add(c.click)
print(len(handlers), b.click in handlers, Button.make in {Button.make})
counts = {b.click: 1}
counts[b.click] += 1
print(list(counts.values()), hash(b.click) == hash(b.click), b.click == c.click)
handlers.discard(b.click)
print(len(handlers))
word = "ab"
print(word.upper in {word.upper}, len({word.upper, word.upper}))
numbers = array.array("i", [0, 1]) * 2
numbers *= 2
print(numbers, 2 * array.array("d", [0.5]))

# stdout:
#| 2 True True
#| [2] True False
#| 1
#| True 1
#| array('i', [0, 1, 0, 1, 0, 1, 0, 1]) array('d', [0.5, 0.5])
