# What can't be pickled can't be sent: a lambda and a local function fail when the result is asked for.
from concurrent.futures import ProcessPoolExecutor

def make_local():
    def local():
        pass
    return local

def attempt(function, *args):
    try:
        print(executor.submit(function, *args).result())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        attempt(lambda: 1)
        attempt(make_local())
        attempt(make_local)
        attempt(len, "still works")
        attempt(print, (n for n in "x"))

# stdout:
#| PicklingError Can't pickle <function <lambda>
#| AttributeError Can't get local object 'make_local.<locals>.local'
#| AttributeError Can't get local object 'make_local.<locals>.local'
#| 11
#| TypeError cannot pickle 'generator' object
