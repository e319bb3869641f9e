# Chains, notes, custom exceptions, what else and finally do, and what an uncaught one prints.
def f():
    try:
        return "try"
    finally:
        print("finally")
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        except ValueError: pass
        else: print("else", i)
        finally: print("fin", i)
g()
class AppError(Exception):
    def __init__(self, msg, code=1):
        super().__init__(msg)
        self.code = code
class Sub(AppError): pass
try:
    raise Sub("bad", code=7)
except AppError as e:
    print(type(e), e, e.args, e.code, repr(e))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise AppError("wrapped") from e
except AppError as e:
    print(repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try:
        int("x")
    except ValueError:
        {}["k"]
except KeyError as e:
    print(repr(e.__context__), e.__cause__)
e = ValueError("a", 1)
e.add_note("note 1")
print(e, e.__notes__)
try:
    raise e
except (TypeError, ValueError) as err:
    print(err is e, err.__traceback__ is not None, err.__traceback__.tb_lineno, err.__traceback__.tb_frame.f_code.co_name)
try:
    e
    print(err)
except NameError as x:
    print(x, x.name)
import sys
try:
    raise KeyError("k")
except KeyError:
    t, v, tb = sys.exc_info()
    print(t, v, tb.tb_lineno)
print(sys.exc_info())
try: raise StopIteration(5)
except StopIteration as s: print(s.value)
try: [].pop()
except IndexError as i: print(i)
try: "a" + 1
except TypeError as i: print(i)
try: 1 + "a"
except TypeError as i: print(i)
try: None.x
except AttributeError as i: print(i, i.name, i.obj)
try: object().foo
except AttributeError as i: print(i)
try: raise "x"
except TypeError as i: print(i)
try: assert 1 == 2, "msg"
except AssertionError as i: print(repr(i))
print(issubclass(KeyError, LookupError), KeyError.__mro__)
try:
    raise ValueError("first")
except ValueError as e:
    e.add_note("hint: try again")
    e.add_note("second note")
    raise RuntimeError("second") from e

# stdout:
#| finally
#| try
#| body 0
#| else 0
#| fin 0
#| fin 1
#| fin 2
#| <class '__main__.Sub'> bad ('bad',) 7 Sub('bad')
#| ZeroDivisionError('division by zero') True True
#| ValueError("invalid literal for int() with base 10: 'x'") None
#| ('a', 1) ['note 1']
#| True True 45 <module>
#| name 'err' is not defined err
#| <class 'KeyError'> 'k' 55
#| (None, None, None)
#| 5
#| pop from empty list
#| can only concatenate str (not "int") to str
#| unsupported operand type(s) for +: 'int' and 'str'
#| 'NoneType' object has no attribute 'x' x None
#| 'object' object has no attribute 'foo'
#| exceptions must derive from BaseException
#| AssertionError('msg')
#| True (<class 'KeyError'>, <class 'LookupError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# stderr:
#| Traceback (most recent call last):
#|   File "interview.py", line 78, in <module>
#|     raise ValueError("first")
#| ValueError: first
#| hint: try again
#| second note
#|
#| The above exception was the direct cause of the following exception:
#|
#| Traceback (most recent call last):
#|   File "interview.py", line 82, in <module>
#|     raise RuntimeError("second") from e
#| RuntimeError: second
# exit: 1
