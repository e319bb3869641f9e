# An exception in a subclass of Process.
import multiprocessing

class Loader(multiprocessing.Process):
    def run(self):
        self.load({})
    def load(self, table):
        return table["users"]

if __name__ == "__main__":
    p = Loader(name="loader")
    p.start()
    p.join()
    print(p.exitcode)

# stdout:
#| 1
# stderr:
#| Process loader:
#| Traceback (most recent call last):
#|   File "<lib>/multiprocessing/process.py", in _bootstrap
#|   File "process.py", line 6, in run
#|     self.load({})
#|     ~~~~~~~~~^^^^
#|   File "process.py", line 8, in load
#|     return table["users"]
#|            ~~~~~^^^^^^^^^
#| KeyError: 'users'
