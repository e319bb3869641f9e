# An actor: its state is touched by its own thread only; questions carry a reply queue.
import queue
import threading

class Account(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.mailbox = queue.Queue()
        self.start()

    def run(self):
        balance = 0
        while True:
            what, amount, reply = self.mailbox.get()
            if what == "deposit":
                balance += amount
            elif what == "withdraw" and amount <= balance:
                balance -= amount
            elif what == "withdraw":
                reply.put(ValueError(f"only {balance}"))
                continue
            reply.put(balance)

    def ask(self, what, amount=0):
        reply = queue.Queue()
        self.mailbox.put((what, amount, reply))
        answer = reply.get()
        if isinstance(answer, Exception):
            raise answer
        return answer

account = Account()
threads = [threading.Thread(target=account.ask, args=("deposit", 10)) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(account.ask("balance"), account.ask("withdraw", 30))  # expect: 100 70
try:
    account.ask("withdraw", 500)
except ValueError as error:
    print(error)  # expect: only 70
