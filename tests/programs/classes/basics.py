# Classes: instance and class attributes, methods, static and class methods, __dict__.
class Dog:
    kind = "canine"
    tricks = []
    count = 0

    def __init__(self, name):
        self.name = name
        Dog.count += 1

    def speak(self):
        return f"{self.name} says woof"

    @classmethod
    def named(cls, *names):
        return [cls(name) for name in names]

    @staticmethod
    def age_in_human_years(age):
        return age * 7

rex, fido = Dog.named("Rex", "Fido")
rex.tricks.append("roll")
rex.kind = "wolf"
print(rex.speak(), Dog.speak(fido), fido.tricks, fido.kind, Dog.count, Dog.age_in_human_years(3))  # expect: Rex says woof Fido says woof ['roll'] canine 2 21
print(vars(rex), rex.__class__.__name__, Dog.__dict__["kind"], fido.__dict__)  # expect: {'name': 'Rex', 'kind': 'wolf'} Dog canine {'name': 'Fido'}
Dog.kind = "changed"
print(rex.kind, fido.kind)  # expect: wolf changed
method = rex.speak
rex.name = "Max"
print(method(), method.__self__ is rex, method.__func__ is Dog.speak, method == rex.speak)  # expect: Max says woof True True True
try:
    rex.fly()
except AttributeError as error:
    print(error)  # expect: 'Dog' object has no attribute 'fly'
try:
    Dog.speak()
except TypeError as error:
    print(error)  # expect: Dog.speak() missing 1 required positional argument: 'self'
