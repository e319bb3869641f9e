# Properties and slots of a subclass of threading.local: what a slot holds is shared by all threads.
import threading


class Local(threading.local):
    __slots__ = ("shared",)
    plain = "of the class"

    def __init__(self):
        self.own = 0

    @property
    def doubled(self):
        return self.own * 2

    @doubled.setter
    def doubled(self, value):
        self.own = value // 2

    @doubled.deleter
    def doubled(self):
        self.own = -1

    @property
    def fixed(self):
        return "fixed"


local = Local()
local.shared = 1
local.doubled = 10
local.plain = "main"


def worker():
    print(local.shared, local.own, local.doubled, local.plain)
    local.shared = 2
    local.doubled = 6
    print(local.own, sorted(local.__dict__.items()))
    del local.doubled
    print(local.own, local.plain)
    try:
        local.fixed = 3
    except AttributeError as error:
        print(error)
    try:
        del local.plain
    except AttributeError as error:
        print(error)


thread = threading.Thread(target=worker)
thread.start()
thread.join()
print(local.shared, local.own, local.plain, local.fixed)
del local.shared
try:
    local.shared
except AttributeError as error:
    print(error)

# stdout:
#| 1 0 0 of the class
#| 3 [('own', 3)]
#| -1 of the class
#| property 'fixed' of 'Local' object has no setter
#| 'Local' object has no attribute 'plain'
#| 2 5 main fixed
#| 'Local' object has no attribute 'shared'
