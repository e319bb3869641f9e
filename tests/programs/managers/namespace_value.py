# Namespace, Value and Array of a manager.
import multiprocessing

def change(ns, value, array):
    ns.x += 1
    ns.items = ns.items + ["new"]
    value.value = 2.5
    array[0] = 9

if __name__ == "__main__":
    manager = multiprocessing.Manager()
    ns = manager.Namespace()
    ns.x, ns.items = 1, []
    value, array = manager.Value("d", 0.0), manager.Array("i", [1, 2])
    p = multiprocessing.Process(target=change, args=(ns, value, array))
    p.start()
    p.join()
    print(ns)  # expect: Namespace(items=['new'], x=2)
    print(ns.x, ns.items, value.value, array[:])  # expect: 2 ['new'] 2.5 array('i', [9, 2])
    print(hasattr(ns, "nothing"))  # expect: False
    manager.shutdown()
