import threading

class Account:
    def __init__(self):
        self.balance = 5

    def take(self):
        if self.balance >= 4:
            self.balance -= 4


account = Account()
a = threading.Thread(target=account.take)
b = threading.Thread(target=account.take)
a.start()
b.start()
a.join()
b.join()
print(account.balance)
