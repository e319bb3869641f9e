# Value: typecodes, value, get_lock, no lock, and the errors of wrong types.
import ctypes
import multiprocessing

def double(number, flag):
    with number.get_lock():
        number.value *= 2
    flag.value = True

if __name__ == "__main__":
    number = multiprocessing.Value("d", 1.5)
    flag = multiprocessing.Value(ctypes.c_bool, False)
    p = multiprocessing.Process(target=double, args=(number, flag))
    p.start()
    p.join()
    print(number.value, flag.value)  # expect: 3.0 True
    count = multiprocessing.Value("i")
    print(count.value, type(count.get_lock()).__name__)  # expect: 0 RLock
    raw = multiprocessing.Value("i", 7, lock=False)
    print(raw.value, hasattr(raw, "get_lock"))  # expect: 7 False
    count.value = 2 ** 31
    print(count.value)  # expect: -2147483648
    try:
        count.value = 1.5
    except TypeError as error:
        print(error)  # expect: 'float' object cannot be interpreted as an integer
    letter = multiprocessing.Value("c", b"x")
    print(letter.value)  # expect: b'x'
