# A realistic failure: classes, a dictionary of handlers, an exception with a cause.
class OrderError(Exception):
    pass

class Shop:
    def __init__(self):
        self.stock = {"apple": 3}
        self.handlers = {"buy": self.buy}

    def buy(self, name, count):
        try:
            if self.stock[name] < count:
                raise OrderError(f"only {self.stock[name]} of {name}")
            self.stock[name] -= count
        except KeyError as error:
            raise OrderError("unknown: " + name) from error

    def handle(self, command, *args):
        return self.handlers[command](*args)

shop = Shop()
shop.handle("buy", "apple", 1)
print(shop.stock)
shop.handle("buy", "pear", 1)

# stdout:
#| {'apple': 2}
# stderr:
#| Traceback (most recent call last):
#|   File "main_with_calls.py", line 12, in buy
#|     if self.stock[name] < count:
#|        ~~~~~~~~~~^^^^^^
#| KeyError: 'pear'
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "main_with_calls.py", line 24, in <module>
#|     shop.handle("buy", "pear", 1)
#|     ~~~~~~~~~~~^^^^^^^^^^^^^^^^^^
#|   File "main_with_calls.py", line 19, in handle
#|     return self.handlers[command](*args)
#|            ~~~~~~~~~~~~~~~~~~~~~~^^^^^^^
#|   File "main_with_calls.py", line 16, in buy
#|     raise OrderError("unknown: " + name) from error
#| OrderError: unknown: pear
# exit: 1
