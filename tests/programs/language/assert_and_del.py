# assert with and without a message; del of names, items, attributes.
try:
    assert 1 + 1 == 3, "arithmetic still works"
except AssertionError as error:
    print(repr(error))  # expect: AssertionError('arithmetic still works')
try:
    assert []
except AssertionError as error:
    print(repr(error), error.args)  # expect: AssertionError() ()
row = [1, 2, 3, 4]
del row[0], row[-1]
print(row)  # expect: [2, 3]
table = {"a": 1, "b": 2}
del table["a"]
print(table)  # expect: {'b': 2}

class Thing:
    pass

thing = Thing()
thing.part = 1
del thing.part
try:
    thing.part
except AttributeError as error:
    print(error)  # expect: 'Thing' object has no attribute 'part'
try:
    del table["zz"]
except KeyError as error:
    print(error)  # expect: 'zz'
def gone():
    value = 1
    del value
    return value
try:
    gone()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'value' where it is not associated with a value
