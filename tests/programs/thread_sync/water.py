# Interview: molecules of water are built from two hydrogens and one oxygen at a barrier.
import threading

hydrogen, oxygen = threading.Semaphore(2), threading.Semaphore(1)
barrier = threading.Barrier(3)
out, lock = [], threading.Lock()

def atom(kind, limit):
    with limit:
        barrier.wait()
        with lock:
            out.append(kind)
        barrier.wait()

threads = [threading.Thread(target=atom, args=("H", hydrogen)) for _ in range(6)]
threads += [threading.Thread(target=atom, args=("O", oxygen)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(["".join(sorted(out[i:i + 3])) for i in range(0, 9, 3)])  # expect: ['HHO', 'HHO', 'HHO']
