import threading

def greet(name):
    print(f"Привет от потока {name}")

a = threading.Thread(target=greet, args=("A",))
b = threading.Thread(target=greet, args=("B",))
a.start()
b.start()
a.join()
b.join()
print("Все поздоровались")
