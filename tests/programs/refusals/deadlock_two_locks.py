# Two locks taken in opposite orders: both threads have one lock before either asks for the other.
# only: lockstep
# exit: 3
# stderr-has: Alice
# stderr-has: Bob
import threading

fork, knife = threading.Lock(), threading.Lock()
both = threading.Barrier(2)

def eat(first, second):
    with first:
        both.wait()
        with second:
            print("never")

threading.Thread(target=eat, args=(fork, knife), name="Alice").start()
threading.Thread(target=eat, args=(knife, fork), name="Bob").start()
