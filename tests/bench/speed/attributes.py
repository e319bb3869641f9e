# Work on attributes: instances, methods, properties, inheritance.
class Account:
    interest = 3

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount
            self.moves += 1
            return True
        return False


class Savings(Account):
    def __init__(self, owner, balance):
        super().__init__(owner, balance)
        self.year = 0

    @property
    def rate(self):
        return self.interest + self.year % 2

    def pay(self):
        self.deposit(self.balance * self.rate // 1000)
        self.year += 1


accounts = [Savings(str(n), 1000 + n) for n in range(100)]
for round in range(2500):
    for account in accounts:
        account.deposit(round % 7)
        account.withdraw(5)
    accounts[round % 100].pay()
for n in range(100_000):
    account = Savings("new", n)
    account.pay()
print(sum(account.balance for account in accounts), sum(account.moves for account in accounts), account.balance)
