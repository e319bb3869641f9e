import threading




def work():
    print("a", "b", sep="-")


t = threading.Thread(target=work)
t.start()
print("c", end="!\n")
t.join()
