import threading




def work():
    print("a")
    print("b")


t = threading.Thread(target=work, daemon=True)
t.start()
print("c")
