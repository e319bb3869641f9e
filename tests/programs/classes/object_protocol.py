# Default reprs, and __del__ at the last reference.
class Plain:
    pass

class Tracked:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("deleted", self.name)

print(repr(Plain()).split(" at 0x")[0], Plain, Plain.__module__, Plain.__qualname__)
t = Tracked("one")
other = t
del t
print("one reference left")
other = None
Tracked("never bound")
items = [Tracked("in a list")]
items.clear()

def scope():
    local = Tracked("local")
    print("leaving")

scope()
x = Tracked("first value")
x = Tracked("second value")
print("end")

# stdout:
#| <__main__.Plain object <class '__main__.Plain'> __main__ Plain
#| one reference left
#| deleted one
#| deleted never bound
#| deleted in a list
#| leaving
#| deleted local
#| deleted first value
#| end
#| deleted second value
