# A queue of one's own: _init, _put and _get decide the order.
import queue

class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue[item] = None

    def _get(self):
        item = next(iter(self.queue))
        del self.queue[item]
        return item

q = UniqueQueue()
for word in "to be or not to be".split():
    q.put(word)
words = []
while not q.empty():
    words.append(q.get())
print(words)  # expect: ['to', 'be', 'or', 'not']
