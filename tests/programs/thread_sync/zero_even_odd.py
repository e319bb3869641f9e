# Interview: 0 1 0 2 0 3 ... from three threads with semaphores.
import threading

n, out = 5, []
zero, odd, even = threading.Semaphore(1), threading.Semaphore(0), threading.Semaphore(0)

def print_zero():
    for i in range(1, n + 1):
        zero.acquire()
        out.append("0")
        (odd if i % 2 else even).release()

def print_numbers(gate, start):
    for i in range(start, n + 1, 2):
        gate.acquire()
        out.append(str(i))
        zero.release()

threads = [threading.Thread(target=print_zero), threading.Thread(target=print_numbers, args=(odd, 1)), threading.Thread(target=print_numbers, args=(even, 2))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("".join(out))  # expect: 0102030405
