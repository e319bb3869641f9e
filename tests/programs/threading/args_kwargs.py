# args and kwargs reach the target; a string for args is taken apart; wrong counts are a TypeError in the thread.
import threading

def greet(greeting, name="nobody", *, mark="."):
    print(f"{greeting}, {name}{mark}")

def run(**options):
    t = threading.Thread(target=greet, **options)
    t.start()
    t.join()

run(args=("Hello",))
run(args=("Hello", "Ann"), kwargs={"mark": "!"})
run(kwargs=dict(greeting="Bye", name="Bob"))
run(args="ab")
run(args=["list", "works"])
values = [1]
t = threading.Thread(target=values.append, args=(2,))
t.start()
t.join()
print(values)

# stdout:
#| Hello, nobody.
#| Hello, Ann!
#| Bye, Bob.
#| a, b.
#| list, works.
#| [1, 2]
