# Which except catches what: the order of clauses and the built-in tree.
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (FileNotFoundError, OSError), (TimeoutError, OSError), (ModuleNotFoundError, ImportError), (UnicodeDecodeError, ValueError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (KeyboardInterrupt, BaseException), (SystemExit, BaseException), (StopIteration, Exception), (BrokenPipeError, ConnectionError)]
for child, parent in pairs:
    print(child.__name__, issubclass(child, parent), issubclass(child, Exception))

def catch(error):
    try:
        raise error
    except LookupError:
        return "lookup"
    except Exception:
        return "exception"
    except BaseException:
        return "base"

print([catch(e) for e in (KeyError(1), ValueError(), SystemExit(3), GeneratorExit())])
try:
    raise SystemExit("message")
except SystemExit as error:
    print(error.code, error)
print(EnvironmentError is OSError, IOError is OSError)

# stdout:
#| KeyError True True
#| IndexError True True
#| ZeroDivisionError True True
#| FileNotFoundError True True
#| TimeoutError True True
#| ModuleNotFoundError True True
#| UnicodeDecodeError True True
#| RecursionError True True
#| NotImplementedError True True
#| KeyboardInterrupt True False
#| SystemExit True False
#| StopIteration True True
#| BrokenPipeError True True
#| ['lookup', 'exception', 'base', 'base']
#| message message
#| True True
