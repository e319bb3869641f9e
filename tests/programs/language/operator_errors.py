# What errors say when an object meets an operator that it does not know: the common mistakes.
import collections
import threading

class Counter:
    def up(self): pass

class Text(str): pass

counter = Counter()
mistakes = [
    lambda: "count: " + counter,
    lambda: Text("count: ") + counter,
    lambda: [1] + counter,
    lambda: (1,) + counter,
    lambda: b"x" + counter,
    lambda: "x" * counter,
    lambda: counter * [1],
    lambda: counter + "x",
    lambda: counter - 1,
    lambda: "x" + map(str, [1]),
    lambda: "x" + threading.current_thread(),
    lambda: [1] + collections.deque(),
    lambda: "x" + "y".upper,
    lambda: "y".upper + "x",
    lambda: len([].append),
    lambda: [x for x in {}.items],
    lambda: "%s" % {1} + "x" % {1},
    lambda: format(1, 5),
    lambda: getattr(1, 2),
    lambda: object(1),
    lambda: Counter(1),
]
for mistake in mistakes:
    try:
        print(mistake())
    except TypeError as error:
        print(error)

def augmented(value):
    try:
        value += counter
    except TypeError as error:
        print(error)

for value in ("a", [1], (1,), 1):
    augmented(value)

def delete(container, key):
    try:
        del container[key]
    except TypeError as error:
        print(error)

for container, key in (((1, 2), 0), ("ab", 0), ({1}, 0), (range(3), 1), (5, 0), (None, 0), (counter, 0), (counter, "a")):
    delete(container, key)

for base in (threading, threading.current_thread, counter.up, None, 5, len):
    try:
        class Worker(base): pass
    except TypeError as error:
        print(error)
print(range(10)[2:8:4], range(10)[::-1][3:5], hash(range(3)) == hash(range(0, 3)))

# stdout:
#| can only concatenate str (not "Counter") to str
#| can only concatenate str (not "Counter") to str
#| can only concatenate list (not "Counter") to list
#| can only concatenate tuple (not "Counter") to tuple
#| can't concat Counter to bytes
#| can't multiply sequence by non-int of type 'Counter'
#| can't multiply sequence by non-int of type 'Counter'
#| unsupported operand type(s) for +: 'Counter' and 'str'
#| unsupported operand type(s) for -: 'Counter' and 'int'
#| can only concatenate str (not "map") to str
#| can only concatenate str (not "_MainThread") to str
#| can only concatenate list (not "collections.deque") to list
#| can only concatenate str (not "builtin_function_or_method") to str
#| unsupported operand type(s) for +: 'builtin_function_or_method' and 'str'
#| object of type 'builtin_function_or_method' has no len()
#| 'builtin_function_or_method' object is not iterable
#| not all arguments converted during string formatting
#| format() argument 2 must be str, not int
#| attribute name must be string, not 'int'
#| object() takes no arguments
#| Counter() takes no arguments
#| can only concatenate str (not "Counter") to str
#| 'Counter' object is not iterable
#| can only concatenate tuple (not "Counter") to tuple
#| unsupported operand type(s) for +=: 'int' and 'Counter'
#| 'tuple' object doesn't support item deletion
#| 'str' object doesn't support item deletion
#| 'set' object doesn't support item deletion
#| 'range' object doesn't support item deletion
#| 'int' object does not support item deletion
#| 'NoneType' object does not support item deletion
#| 'Counter' object doesn't support item deletion
#| 'Counter' object does not support item deletion
#| module() takes at most 2 arguments (3 given)
#| function() argument 'code' must be code, not str
#| method expected 2 arguments, got 3
#| NoneType takes no arguments
#| int expected at most 2 arguments, got 3
#| cannot create 'builtin_function_or_method' instances
#| range(2, 8, 4) range(6, 4, -1) True
