# global, nonlocal, comprehension scopes, class bodies and the errors of unbound names.
x = "module"

class Scope:
    x = "class"
    def read(self):
        return x
    ys = [x for _ in range(1)]

print(Scope.x, Scope().read(), Scope.ys)  # expect: class module ['module']

def unbound():
    print(x)
    x = 1

try:
    unbound()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'x' where it is not associated with a value

def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)  # expect: cannot access free variable 'later' where it is not associated with a value in enclosing scope
    later = 1

free()
try:
    missing
except NameError as error:
    print(error)  # expect: name 'missing' is not defined

def change():
    global x, fresh
    x, fresh = "changed", "new"

change()
print(x, fresh)  # expect: changed new
squares = [n * n for n in range(3)]
print("n" in globals())  # expect: False
for n in range(2):
    pass
print(n)  # expect: 1
del n
print("n" in globals())  # expect: False
