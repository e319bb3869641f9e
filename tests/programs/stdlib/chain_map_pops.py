# Taking away from a ChainMap looks at its first mapping alone; os.environ takes only strings, in update() too.
import os
from collections import ChainMap


def shown(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


chain = ChainMap({"own": 1}, {"other": 2})
shown(chain.popitem)
shown(chain.popitem)
shown(lambda: chain.pop("other"))
shown(lambda: chain.pop("other", 7))
shown(lambda: chain.__delitem__("other"))
os.environ.update({"ONE": "1"}, TWO="2")
print(os.environ["ONE"], os.environ["TWO"])
shown(lambda: os.environ.update(THREE=3))

# stdout:
#| ('own', 1)
#| KeyError 'No keys found in the first mapping.' KeyError('popitem(): dictionary is empty')
#| KeyError "Key not found in the first mapping: 'other'" KeyError('other')
#| 7
#| KeyError "Key not found in the first mapping: 'other'" KeyError('other')
#| 1 2
#| TypeError str expected, not int None
