import threading

config = {}


def load():
    config["host"] = "a"


t = threading.Thread(target=load)
t.start()
print(config["host"])
