# Two accounts, two transfers in opposite directions: locks taken in one order can't deadlock.
import threading

class Account:
    def __init__(self, number, balance):
        self.number, self.balance = number, balance
        self.lock = threading.Lock()

def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount

a, b = Account(1, 1000), Account(2, 1000)

def many(source, target, amount):
    for _ in range(200):
        transfer(source, target, amount)

threads = [threading.Thread(target=many, args=(a, b, 1)), threading.Thread(target=many, args=(b, a, 2))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.balance, b.balance)  # expect: 1200 800
