import threading

def work():
    print("daemon")


t = threading.Thread(target=work, daemon=True)
t.start()
print("main")
