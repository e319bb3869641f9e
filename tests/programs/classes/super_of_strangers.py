# super() with two arguments asks that the second is an object or a subclass of the first.
class Animal:
    def name(self):
        return "animal"


class Dog(Animal):
    def name(self):
        return "dog, " + super(Dog, self).name()

    def rebound(self):
        self = 5
        return super().name()


class Stone:
    pass


def shown(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


shown(Dog().name)
shown(Dog().rebound)
shown(lambda: super(Dog, Stone()).name)
shown(lambda: super(Dog, Stone()).name())
shown(lambda: super(Dog, Stone).name)
shown(lambda: super(Dog, Animal()).name)
shown(lambda: super(5, Dog()).name)
shown(lambda: super(Animal, Dog).mro is not None)

# stdout:
#| dog, animal
#| TypeError super(type, obj): obj (instance of int) is not an instance or subtype of type (Dog).
#| TypeError super(type, obj): obj (instance of Stone) is not an instance or subtype of type (Dog).
#| TypeError super(type, obj): obj (instance of Stone) is not an instance or subtype of type (Dog).
#| TypeError super(type, obj): obj (type Stone) is not an instance or subtype of type (Dog).
#| TypeError super(type, obj): obj (instance of Animal) is not an instance or subtype of type (Dog).
#| TypeError super() argument 1 must be a type, not int
#| AttributeError 'super' object has no attribute 'mro'
