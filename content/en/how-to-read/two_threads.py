import threading

def greet(name):
    print(f"Hello from thread {name}")

a = threading.Thread(target=greet, args=("A",))
b = threading.Thread(target=greet, args=("B",))
a.start()
b.start()
a.join()
b.join()
print("Everyone has said hello")
