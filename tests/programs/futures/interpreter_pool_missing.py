# InterpreterPoolExecutor came with 3.14: a program that wants it can fall back.
try:
    from concurrent.futures import InterpreterPoolExecutor as Pool
except ImportError as error:
    print(str(error).split(" (")[0])
    from concurrent.futures import ThreadPoolExecutor as Pool
with Pool(2) as pool:
    print(list(pool.map(abs, [-1, -2])))

# stdout:
#| cannot import name 'InterpreterPoolExecutor' from 'concurrent.futures'
#| [1, 2]
