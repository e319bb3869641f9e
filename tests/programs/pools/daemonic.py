# Workers of a pool are daemons: they may not have children.
import multiprocessing


def nest(n):
    with multiprocessing.Pool(1) as pool:
        return pool.apply(abs, (n,))


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        try:
            print(pool.apply(nest, (-1,)))
        except AssertionError as error:
            print(error)

# stdout:
#| daemonic processes are not allowed to have children
