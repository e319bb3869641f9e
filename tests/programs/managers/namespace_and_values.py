# Namespace, Value and Array of a manager.
import multiprocessing


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def work(space, value, array):
    space.x += 1
    space.new = "from child"
    value.value += 0.5
    array[1] = 9


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        space, value, array = manager.Namespace(x=1, y="two"), manager.Value("d", 1.5), manager.Array("i", [1, 2, 3])
        process = multiprocessing.Process(target=work, args=(space, value, array))
        process.start()
        process.join()
        print(space.x, space.new, value.value, value.get(), array[:], len(array), array[1])
        print(space, value, array)
        del space.y
        attempt(lambda: space.y)
        space._private = 5
        print(space._private, space)
        value.set(7)
        print(value.value, list(array))
        attempt(lambda: array[5])
        attempt(lambda: value.get_lock())
        space.items = []
        space.items.append(1)
        print(space.items)

# stdout:
#| 2 from child 2.0 2.0 array('i', [1, 9, 3]) 3 9
#| Namespace(new='from child', x=2, y='two') Value('d', 2.0) array('i', [1, 9, 3])
#| AttributeError 'Namespace' object has no attribute 'y'
#| 5 Namespace(new='from child', x=2)
#| 7 [1, 9, 3]
#| IndexError array index out of range
#| AttributeError 'ValueProxy' object has no attribute 'get_lock'
#| []
