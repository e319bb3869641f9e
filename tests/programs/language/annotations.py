# Annotations of functions, variables and classes are kept and do nothing.
from typing import Optional

def total(items: list[int], scale: "float" = 1.0) -> int:
    result: int = 0
    for item in items:
        result += item
    return result

limit: int = 10
name: str
print(total([1, 2]))  # expect: 3
print(total.__annotations__)  # expect: {'items': list[int], 'scale': 'float', 'return': <class 'int'>}
print(__annotations__)  # expect: {'limit': <class 'int'>, 'name': <class 'str'>}

class Config:
    workers: int = 4
    label: Optional[str] = None
    later: "Config"

print(Config.__annotations__)  # expect: {'workers': <class 'int'>, 'label': typing.Optional[str], 'later': 'Config'}
print("later" in vars(Config))  # expect: False
try:
    name
except NameError as error:
    print(error)  # expect: name 'name' is not defined
