# __getstate__, __setstate__, __reduce__, and a class attribute that isn't sent.
import pickle
import threading

class Account:
    bank = "class attribute"
    def __init__(self, balance):
        print("init")
        self.balance = balance
        self.lock = threading.Lock()
    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = threading.Lock()

class Temperature:
    def __init__(self, degrees):
        print("made with", degrees)
        self.degrees = degrees
    def __reduce__(self):
        return Temperature, (self.degrees + 1,)

account = pickle.loads(pickle.dumps(Account(10)))
print(account.balance, account.lock.locked(), account.bank)
print(pickle.loads(pickle.dumps(Temperature(20))).degrees)
Account.bank = "changed"
print(pickle.loads(pickle.dumps(account)).bank)

# stdout:
#| init
#| 10 False class attribute
#| made with 20
#| made with 21
#| 21
#| changed
