# Methods of a manager's proxies are made from a text: a traceback shows them in the file <string>.
import multiprocessing
import sys
import traceback
from multiprocessing.managers import BaseManager


class Account:
    def withdraw(self, amount):
        raise ValueError(f"no {amount} left")


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def shown(function, *args):
    try:
        function(*args)
    except Exception as error:
        rows = traceback.format_exception(error)
        print(*(row.split("\n")[0] for row in rows if "<string>" in row), type(error).__name__)


def set_item(items):
    items[9] = 1


if __name__ == "__main__":
    with multiprocessing.Manager() as manager, Bank() as bank:
        table, items = manager.dict(), manager.list([1])
        shown(lambda: table["missing"])
        shown(table.pop, "missing")
        shown(table.popitem)
        shown(lambda: items[5])
        shown(set_item, items)
        shown(items.remove, 7)
        shown(items.index, 7)
        shown(items.append)
        shown(manager.Array("i", [1]).__getitem__, 4)
        shown(manager.Queue().get_nowait)
        account = bank.Account()
        shown(account.withdraw, 5)
        sys.stdout.flush()
        table["missing"]

# stdout:
#|   File "<string>", line 2, in __getitem__ KeyError
#|   File "<string>", line 2, in pop KeyError
#|   File "<string>", line 2, in popitem KeyError
#|   File "<string>", line 2, in __getitem__ IndexError
#|   File "<string>", line 2, in __setitem__ IndexError
#|   File "<string>", line 2, in remove ValueError
#|   File "<string>", line 2, in index ValueError
#|   File "<string>", line 2, in append TypeError
#|   File "<string>", line 2, in __getitem__ IndexError
#|   File "<string>", line 2, in get_nowait Empty
#|   File "<string>", line 2, in withdraw ValueError
# stderr:
#| Traceback (most recent call last):
#|   File "proxy_tracebacks.py", line 48, in <module>
#|     table["missing"]
#|     ~~~~~^^^^^^^^^^^
#|   File "<string>", line 2, in __getitem__
#|   File "<lib>/multiprocessing/managers.py", in _callmethod
#| KeyError: 'missing'
# exit: 1
