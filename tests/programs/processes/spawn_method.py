# Bound methods and objects are pickled for a spawned child: it works on a copy.
import multiprocessing


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount, queue):
        self.balance += amount
        queue.put(self.balance)


if __name__ == "__main__":
    account = Account(100)
    spawn = multiprocessing.get_context("spawn")
    queue = spawn.Queue()
    process = spawn.Process(target=account.deposit, args=(50, queue))
    process.start()
    print("child", queue.get())
    process.join()
    print("parent", account.balance)

# stdout:
#| child 150
#| parent 100
