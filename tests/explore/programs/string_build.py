import threading

text = ""


def work():
    global text
    for c in "xy":
        text += c


t = threading.Thread(target=work)
t.start()
t.join()
print(text)
