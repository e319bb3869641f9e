# `get` reads an item as `[…]` does; a dict of a class goes by the class's name.
import threading


class Reader(threading.Thread):
    words = {}

    def run(self):
        self.words["a"] = self.words.get("a", 0) + 1


readers = [Reader(), Reader()]
for reader in readers:
    reader.start()
for reader in readers:
    reader.join()
print(Reader.words)
