# Arrays: made from a size or a sequence; items, slices, iteration, refusals.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def fill(array, start):
    for i in range(start, len(array), 2):
        array[i] = i * 10


def assign(array, key, value):
    array[key] = value
    return array[:]


if __name__ == "__main__":
    array = multiprocessing.Array("i", 6)
    print(array[:], len(array), list(array))
    processes = [multiprocessing.Process(target=fill, args=(array, start)) for start in (0, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(array[:], array[1], array[-1], array[1:3], array[::-2], sum(array), max(array))
    print(30 in list(array), array.get_obj()[2], len(array.get_obj()))
    attempt(lambda: array[6])
    attempt(lambda: array[-7])
    attempt(lambda: array["a"])
    attempt(lambda: array[1.0])
    attempt(lambda: assign(array, 0, 2.5))
    attempt(lambda: assign(array, 0, "x"))
    attempt(lambda: assign(array, slice(0, 2), [1, 2, 3]))
    attempt(lambda: assign(array, slice(0, 2), [1, 2]))
    attempt(lambda: assign(array, 10, 1))
    attempt(lambda: array.append(1))
    attempt(lambda: array == [1, 2])
    attempt(lambda: multiprocessing.Array("i", -1))
    attempt(lambda: multiprocessing.Array("d", "ab"))
    attempt(lambda: multiprocessing.Array("i", 2.5))
    attempt(lambda: multiprocessing.Array("zz", 3))
    raw = multiprocessing.RawArray("d", [1, 2.5])
    print(raw[:], len(raw), list(raw), hasattr(raw, "get_lock"))
    for i, x in enumerate(raw):
        raw[i] = x * 2
    print(raw[:])
    text = multiprocessing.Array("c", b"hello")
    print(text.value, text.raw, text[0], text[1:3], len(text))
    text.value = b"ab"
    print(text.value, text.raw)
    attempt(lambda: setattr(text, "value", b"too long to fit"))
    letters = multiprocessing.RawArray("u", "abc")
    print(letters.value, letters[:], letters[0])
    plain = multiprocessing.Array("i", range(3), lock=False)
    print(plain[:], hasattr(plain, "get_lock"), hasattr(array, "get_lock"))
    with array.get_lock():
        array[0] += 5
    print(array[0], type(array).__name__, type(text).__name__, str(array).split(" object")[0])

# stdout:
#| [0, 0, 0, 0, 0, 0] 6 [0, 0, 0, 0, 0, 0]
#| [0, 10, 20, 30, 40, 50] 10 50 [10, 20] [50, 30, 10] 150 50
#| True 20 6
#| IndexError invalid index
#| IndexError invalid index
#| TypeError indices must be integers
#| TypeError indices must be integers
#| TypeError 'float' object cannot be interpreted as an integer
#| TypeError 'str' object cannot be interpreted as an integer
#| ValueError Can only assign sequence of same size
#| [1, 2, 20, 30, 40, 50]
#| IndexError invalid index
#| AttributeError 'SynchronizedArray' object has no attribute 'append'
#| False
#| ValueError Array length must be >= 0, not -1
#| TypeError must be real number, not str
#| TypeError object of type 'float' has no len()
#| TypeError this type has no size
#| [1.0, 2.5] 2 [1.0, 2.5] False
#| [2.0, 5.0]
#| b'hello' b'hello' b'h' b'el' 5
#| b'ab' b'ab\x00lo'
#| ValueError byte string too long
#| abc abc a
#| [0, 1, 2] False True
#| 6 SynchronizedArray SynchronizedString <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_int_Array_6
