# A return or break in finally wins; a generator's finally runs when it is closed; nested finallys run inside out.
def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "returned from finally"

def last():
    for n in range(3):
        try:
            return n
        finally:
            break
    return "after the loop"

def value():
    x = 1
    try:
        return x
    finally:
        x = 2

def order():
    try:
        try:
            print("work")
            return "result"
        finally:
            print("inner")
    finally:
        print("outer")

print(swallow(), last(), value())
print(order())

def numbers():
    try:
        yield from range(5)
    finally:
        print("generator cleaned up")

for n in numbers():
    if n == 1:
        break
print("done")

# stdout:
#| returned from finally after the loop 1
#| work
#| inner
#| outer
#| result
#| generator cleaned up
#| done
