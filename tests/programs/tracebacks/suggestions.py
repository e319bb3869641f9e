# "Did you mean": names, attributes, imports, arguments.
import traceback

class Config:
    timeout = 5
    def restart(self):
        return self.timout

counter = 1

def use(name=None, value=None):
    return conter

attempts = [use, Config().restart, lambda: Config().restrt(), lambda: "a".uper(), lambda: use(nam=1), lambda: pritn("x"), lambda: threading.Lock(), lambda: [].add(1), lambda: Config.Timeout]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(traceback.format_exc().splitlines()[-1])

# stdout:
#| NameError: name 'conter' is not defined. Did you mean: 'counter'?
#| AttributeError: 'Config' object has no attribute 'timout'. Did you mean: 'timeout'?
#| AttributeError: 'Config' object has no attribute 'restrt'. Did you mean: 'restart'?
#| AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
#| TypeError: use() got an unexpected keyword argument 'nam'. Did you mean 'name'?
#| NameError: name 'pritn' is not defined. Did you mean: 'print'?
#| NameError: name 'threading' is not defined. Did you forget to import 'threading'?
#| AttributeError: 'list' object has no attribute 'add'
#| AttributeError: type object 'Config' has no attribute 'Timeout'. Did you mean: 'timeout'?
