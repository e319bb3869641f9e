# The order in which the parts of calls, assignments, comparisons and displays are evaluated.
def say(value):
    print(value, end=" ")
    return value

def call(*args, **kwargs):
    print("call")

call(say(1), *[say(2)], k=say(3), **{"z": say(4)})
box = {}
box[say("key")] = say("value")
print("set")
print({say("k1"): say("v1"), say("k2"): say("v2")})
print(say(1) + say(2) * say(3))
(say([0]))[say(0)] = say(9)
print("set")

def default(x=say("default at definition")):
    pass

print("defined")
default()
print(say("a") if say(False) else say("b"))
print([say(i) for i in (1, 2) if say(i)])

# stdout:
#| 1 2 3 4 call
#| value key set
#| k1 v1 k2 v2 {'k1': 'v1', 'k2': 'v2'}
#| 1 2 3 7
#| 9 [0] 0 set
#| default at definition defined
#| False b b
#| 1 1 2 2 [1, 2]
