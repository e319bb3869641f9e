# A class is sent by name: when the name is gone or means something else, pickling fails.
import pickle

class Point:
    pass

p = Point()
data = pickle.dumps(p)
Old = Point

class Point:
    pass

print(type(pickle.loads(data)) is Point, type(pickle.loads(data)) is Old)  # expect: True False
try:
    pickle.dumps(p)
except pickle.PicklingError as error:
    print(error)  # expect: Can't pickle <class '__main__.Point'>: it's not the same object as __main__.Point
del Point
try:
    pickle.loads(data)
except AttributeError as error:
    print(str(error).split(" from ")[0])  # expect: Can't get attribute 'Point' on <module '__main__'
try:
    pickle.dumps(Old)
except pickle.PicklingError as error:
    print(error)  # expect: Can't pickle <class '__main__.Point'>: attribute lookup Point on __main__ failed
