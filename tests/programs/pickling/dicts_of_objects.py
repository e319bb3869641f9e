# What `obj.__dict__` gives is a dict to whoever copies, prints or pickles it.
import copy
import pickle
from pprint import pprint


class Memento:
    def __init__(self):
        self.name = "n" * 50
        self.parts = {"k": "v" * 30}

    def __getstate__(self):
        return self.__dict__


m = Memento()
pprint(vars(m))
saved = copy.deepcopy(m.__dict__)
shallow = copy.copy(m.__dict__)
m.name = "other"
m.parts["k"] = "w"
print(saved, shallow["parts"] is m.parts, type(vars(m)) is dict)
data = pickle.dumps(m)
print(len(data), vars(pickle.loads(data)))
print(len(pickle.dumps(vars(m))), pickle.loads(pickle.dumps([vars(m)])))

# stdout:
#| {'name': 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn',
#|  'parts': {'k': 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv'}}
#| {'name': 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn', 'parts': {'k': 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv'}} True True
#| 77 {'name': 'other', 'parts': {'k': 'w'}}
#| 50 [{'name': 'other', 'parts': {'k': 'w'}}]
