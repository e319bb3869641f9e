# __init_subclass__, __class_getitem__, metaclasses, __new__, class decorators, name mangling.
class Plugin:
    registry = []
    def __init_subclass__(cls, tag="none", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))

class First(Plugin, tag="one"):
    pass

class Second(Plugin):
    pass

print(Plugin.registry)  # expect: [('First', 'one'), ('Second', 'none')]

class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace["made_by"] = mcs.__name__
        return super().__new__(mcs, name, bases, namespace)
    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.tracked = True
        return instance

class Thing(metaclass=Meta):
    pass

print(Thing.made_by, Thing().tracked, type(Thing).__name__)  # expect: Meta True Meta

class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

class Stack(list):
    def push(self, item):
        self.append(item)

s = Stack([1])
s.push(2)
print(Upper("abc"), s, isinstance(s, list), len(s))  # expect: ABC [1, 2] True 2

class Secret:
    def __init__(self):
        self.__code = 7
    def read(self):
        return self.__code

secret = Secret()
print(secret.read(), secret._Secret__code, hasattr(secret, "__code"))  # expect: 7 7 False
