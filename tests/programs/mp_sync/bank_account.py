# Deposits and withdrawals from two processes with Value's own lock.
import multiprocessing

def deposit(balance):
    for _ in range(100):
        with balance.get_lock():
            balance.value += 3

def withdraw(balance, lock):
    for _ in range(100):
        with lock:
            balance.value -= 2

if __name__ == "__main__":
    balance = multiprocessing.Value("i", 200)
    processes = [
        multiprocessing.Process(target=deposit, args=(balance,)),
        multiprocessing.Process(target=withdraw, args=(balance, balance.get_lock())),
    ]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print("Final balance: {:,d}".format(balance.value))  # expect: Final balance: 300
