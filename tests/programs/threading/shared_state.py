# Threads share globals, objects and closures; rebinding a parameter changes nothing outside.
import threading

total = 0
config = {"mode": "slow"}

def change(numbers, text):
    global total
    total = sum(numbers)
    config["mode"] = "fast"
    numbers.append(99)
    numbers = []
    text += "!"

numbers, text = [1, 2, 3], "quiet"
t = threading.Thread(target=change, args=(numbers, text))
t.start()
t.join()
print(total, config, numbers, text)  # expect: 6 {'mode': 'fast'} [1, 2, 3, 99] quiet
