# Raw shared memory goes to a process as it is made, not as an argument of a pool
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def change(memory):
    memory[0] = 5
    return list(memory)


def change_value(memory):
    memory.value = 2.5


if __name__ == "__main__":
    array, value = mp.RawArray("i", 2), mp.RawValue("d", 1)
    with mp.Pool(1) as pool:
        for function, memory in ((change, array), (change_value, value)):
            try:
                print(pool.apply(function, (memory,)))
            except RuntimeError as error:
                print(error)
    with ProcessPoolExecutor(1) as executor:
        try:
            print(executor.submit(change, array).result())
        except RuntimeError as error:
            print(error)
    print(array[:], value.value)
    for method in ("fork", "spawn"):
        context = mp.get_context(method)
        for function, memory in ((change, array), (change_value, value)):
            process = context.Process(target=function, args=(memory,))
            process.start()
            process.join()
        print(array[:], value.value)
        array[0] = value.value = 0

# stdout:
#| c_int_Array_2 objects should only be shared between processes through inheritance
#| c_double objects should only be shared between processes through inheritance
#| c_int_Array_2 objects should only be shared between processes through inheritance
#| [0, 0] 1.0
#| [5, 0] 2.5
#| [5, 0] 2.5
