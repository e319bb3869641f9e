import threading

balance = 100


def withdraw(amount):
    global balance
    if balance >= amount:
        balance -= amount
        print("paid", amount)


threads = [threading.Thread(target=withdraw, args=(80,)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("left", balance)
