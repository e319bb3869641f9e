# copy and deepcopy: what is shared and what is not.
import copy

class Node:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)

class Custom:
    def __copy__(self):
        return "custom copy"
    def __deepcopy__(self, memo):
        return "custom deepcopy"

row = [[1, 2], [3]]
shallow, deep = copy.copy(row), copy.deepcopy(row)
row[0].append("x")
row.append("new")
print(shallow, deep)  # expect: [[1, 2, 'x'], [3]] [[1, 2], [3]]
tree = Node(1, [Node(2)])
tree.children.append(tree)
twin = copy.deepcopy(tree)
print(twin.children[1] is twin, twin.children[0] is tree.children[0], copy.copy(tree).children is tree.children)  # expect: True False True
print(copy.copy(Custom()), copy.deepcopy([Custom()]))  # expect: custom copy ['custom deepcopy']
t = (1, "a")
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(([],))[0] == [])  # expect: True True True
import threading
try:
    copy.deepcopy(threading.Lock())
except TypeError as error:
    print(error)  # expect: cannot pickle '_thread.lock' object
