# A program such as a long lesson has: accounts, transfers between them, an audit, a log that a thread writes.
import queue
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field


class Refused(Exception):
    """A transfer that the bank does not make."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@dataclass
class Transfer:
    source: str
    target: str
    amount: int
    note: str = ""
    tags: list = field(default_factory=list)


class Account:
    """Money of one owner, guarded by a lock of its own."""

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.lock = threading.Lock()
        self.history = []

    def deposit(self, amount):
        self.balance += amount
        self.history.append(("in", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise Refused(f"{self.owner} has only {self.balance}")
        self.balance -= amount
        self.history.append(("out", amount))

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


class Log:
    """Lines from all threads, written by one."""

    def __init__(self):
        self.lines = queue.Queue(maxsize=8)
        self.kept = []
        self.thread = threading.Thread(target=self.run, name="log")

    def start(self):
        self.thread.start()

    def write(self, line):
        self.lines.put(line)

    def run(self):
        while True:
            line = self.lines.get()
            if line is None:
                break
            self.kept.append(line)

    def close(self):
        self.lines.put(None)
        self.thread.join()


class Bank:
    """All accounts; transfers take two locks in the order of the owners' names."""

    def __init__(self, log):
        self.accounts = {}
        self.log = log
        self.done = 0
        self.refused = defaultdict(int)
        self.statistics = threading.Lock()
        self.quiet = threading.Condition()
        self.busy = 0

    def open(self, owner, balance):
        account = Account(owner, balance)
        self.accounts[owner] = account
        return account

    def transfer(self, transfer):
        source = self.accounts[transfer.source]
        target = self.accounts[transfer.target]
        first, second = sorted((source, target), key=lambda account: account.owner)
        with self.quiet:
            self.busy += 1
        try:
            with first.lock, second.lock:
                source.withdraw(transfer.amount)
                target.deposit(transfer.amount)
        finally:
            with self.quiet:
                self.busy -= 1
                if self.busy == 0:
                    self.quiet.notify_all()
        with self.statistics:
            self.done += 1

    def attempt(self, transfer):
        try:
            self.transfer(transfer)
        except Refused as error:
            with self.statistics:
                self.refused[transfer.source] += 1
            self.log.write(f"refused: {error.reason}")
            return False
        self.log.write(f"{transfer.source} -> {transfer.target}: {transfer.amount}")
        return True

    def total(self):
        with self.quiet:
            while self.busy:
                self.quiet.wait()
            return sum(account.balance for account in self.accounts.values())


class Clerk(threading.Thread):
    """Makes the transfers of one list."""

    def __init__(self, bank, transfers, name):
        super().__init__(name=name)
        self.bank = bank
        self.transfers = transfers
        self.made = 0

    def run(self):
        for transfer in self.transfers:
            if self.bank.attempt(transfer):
                self.made += 1
            if self.made % 5 == 0:
                time.sleep(0.001)


class Auditor(threading.Thread):
    """Counts the money from time to time; it must never change."""

    def __init__(self, bank, expected):
        super().__init__(name="auditor", daemon=True)
        self.bank = bank
        self.expected = expected
        self.audits = 0
        self.wrong = []
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(0.002):
            total = self.bank.total()
            self.audits += 1
            if total != self.expected:
                self.wrong.append(total)


def plan(owners, rounds, step):
    """A list of transfers that goes round the owners."""
    transfers = []
    for number in range(rounds):
        source = owners[number % len(owners)]
        target = owners[(number + step) % len(owners)]
        if source != target:
            transfers.append(Transfer(source, target, 10 + number * step % 40))
    return transfers


def report(bank, clerks, auditor):
    for owner, account in sorted(bank.accounts.items()):
        moves = defaultdict(int)
        for kind, amount in account.history:
            moves[kind] += amount
        print(f"{owner:>6}: {account.balance:5d}  in {moves['in']:5d}  out {moves['out']:5d}")
    print("made:", {clerk.name: clerk.made for clerk in clerks})
    print("refused:", dict(bank.refused))
    print("audits are", "wrong" if auditor.wrong else "right")


def main():
    log = Log()
    bank = Bank(log)
    owners = ["ada", "bob", "cyd", "dan", "eve"]
    for number, owner in enumerate(owners):
        bank.open(owner, 100 + 50 * number)
    expected = bank.total()
    clerks = [Clerk(bank, plan(owners, 40, step), f"clerk {step}") for step in (1, 2, 3)]
    auditor = Auditor(bank, expected)
    log.start()
    auditor.start()
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    auditor.stopped.set()
    auditor.join()
    log.close()
    report(bank, clerks, auditor)
    print(len(log.kept), "lines in the log;", "total", bank.total(), "of", expected)


if __name__ == "__main__":
    main()
