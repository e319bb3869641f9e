# A failed assert with a message computed from values.
def withdraw(balance, amount):
    assert amount <= balance, f"only {balance} left, {amount} wanted"
    return balance - amount

print(withdraw(10, 5))
withdraw(10, 50)

# stdout:
#| 5
# stderr:
#| Traceback (most recent call last):
#|   File "assertion.py", line 7, in <module>
#|     withdraw(10, 50)
#|     ~~~~~~~~^^^^^^^^
#|   File "assertion.py", line 3, in withdraw
#|     assert amount <= balance, f"only {balance} left, {amount} wanted"
#|            ^^^^^^^^^^^^^^^^^
#| AssertionError: only 10 left, 50 wanted
# exit: 1
