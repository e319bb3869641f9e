# "Did you mean": of names that are equally near the first in CPython's order; private ones inside methods only.
import datetime
import sys
import traceback


class Account:
    def __init__(self):
        self._balance = 1
        self.owner = "Ada"

    def inside(self):
        return self.balance

    def other(self, another):
        return another.balance


def try_(function):
    try:
        function()
    except Exception:
        print(traceback.format_exc().splitlines()[-1])


account = Account()
try_(lambda: pint("x"))
try_(lambda: rint("x"))
try_(lambda: itr([]))
try_(lambda: tupel([]))
try_(lambda: lenn([]))
try_(lambda: rang(3))
try_(lambda: Tru)
try_(lambda: acount)
try_(lambda: account.balance)
try_(lambda: account._balanc)
try_(lambda: account.ownr)
try_(lambda: account.inside())
try_(lambda: account.other(Account()))
try_(lambda: datetime.now())
try_(lambda: sys.stdou)
try_(lambda: sys.argvv)
try_(lambda: sys.exitt())
try_(lambda: sys.versoin)


def handler():
    try:
        raise ValueError("x")
    except ValueError as errr:
        print(errr, erro)


try_(handler)
try:
    {}["k"]
except KeyError as problem:
    print(problm)

# stdout:
#| NameError: name 'pint' is not defined. Did you mean: 'print'?
#| NameError: name 'rint' is not defined. Did you mean: 'print'?
#| NameError: name 'itr' is not defined. Did you mean: 'iter'?
#| NameError: name 'tupel' is not defined. Did you mean: 'super'?
#| NameError: name 'lenn' is not defined. Did you mean: 'len'?
#| NameError: name 'rang' is not defined. Did you mean: 'range'?
#| NameError: name 'Tru' is not defined. Did you mean: 'True'?
#| NameError: name 'acount' is not defined. Did you mean: 'account'?
#| AttributeError: 'Account' object has no attribute 'balance'
#| AttributeError: 'Account' object has no attribute '_balanc'. Did you mean: '_balance'?
#| AttributeError: 'Account' object has no attribute 'ownr'. Did you mean: 'owner'?
#| AttributeError: 'Account' object has no attribute 'balance'. Did you mean: '_balance'?
#| AttributeError: 'Account' object has no attribute 'balance'
#| AttributeError: module 'datetime' has no attribute 'now'
#| AttributeError: module 'sys' has no attribute 'stdou'. Did you mean: 'stdout'?
#| AttributeError: module 'sys' has no attribute 'argvv'. Did you mean: 'argv'?
#| AttributeError: module 'sys' has no attribute 'exitt'. Did you mean: 'exit'?
#| AttributeError: module 'sys' has no attribute 'versoin'. Did you mean: 'version'?
#| NameError: name 'erro' is not defined
# stderr:
#| Traceback (most recent call last):
#|   File "suggestions_in_order.py", line 56, in <module>
#|     {}["k"]
#|     ~~^^^^^
#| KeyError: 'k'
#|
#| During handling of the above exception, another exception occurred:
#|
#| Traceback (most recent call last):
#|   File "suggestions_in_order.py", line 58, in <module>
#|     print(problm)
#|           ^^^^^^
#| NameError: name 'problm' is not defined
# exit: 1
