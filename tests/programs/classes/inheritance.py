# Inheritance: super, the method resolution order, diamonds, isinstance, overriding.
class Base:
    def __init__(self):
        print("Base")
        self.log = ["base"]
    def who(self):
        return "base"
    def greet(self):
        return "I am " + self.who()

class Left(Base):
    def __init__(self):
        print("Left")
        super().__init__()
        self.log.append("left")
    def who(self):
        return "left of " + super().who()

class Right(Base):
    def __init__(self):
        print("Right")
        super().__init__()
        self.log.append("right")
    def who(self):
        return "right of " + super().who()

class Both(Left, Right):
    pass

both = Both()
print(both.log, both.greet())
print([c.__name__ for c in Both.__mro__], isinstance(both, Right), issubclass(Left, Right))
print(Both.__bases__[0].__name__, Base.__subclasses__()[0].__name__)
try:
    class Wrong(Base, Left):
        pass
except TypeError as error:
    print(error)

# stdout:
#| Left
#| Right
#| Base
#| ['base', 'right', 'left'] I am left of right of base
#| ['Both', 'Left', 'Right', 'Base', 'object'] True False
#| Left Left
#| Cannot create a consistent method resolution order (MRO) for bases Base, Left
