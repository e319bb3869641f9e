# active_children lists the living children and joins the dead ones.
import multiprocessing

def wait_for(event):
    event.wait()

if __name__ == "__main__":
    event = multiprocessing.Event()
    processes = [multiprocessing.Process(target=wait_for, args=(event,), name=f"W{n}") for n in range(3)]
    print(multiprocessing.active_children())  # expect: []
    for p in processes:
        p.start()
    print(sorted(p.name for p in multiprocessing.active_children()))  # expect: ['W0', 'W1', 'W2']
    event.set()
    for p in processes:
        p.join()
    print(multiprocessing.active_children())  # expect: []
