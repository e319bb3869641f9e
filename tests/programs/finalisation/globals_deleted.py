# Objects that are left are deleted at the end of the program.
class Resource:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("releasing", self.name)

kept = Resource("global")

def work():
    Resource("temporary")
    local = Resource("local")
    print("work done")

work()
print("end of the program")

# stdout:
#| releasing temporary
#| work done
#| releasing local
#| end of the program
#| releasing global
