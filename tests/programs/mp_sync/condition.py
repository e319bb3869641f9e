# multiprocessing.Condition: a consumer process waits for the producer's notify.
import multiprocessing

def consumer(condition, ready, value):
    with condition:
        ready.set()
        condition.wait_for(lambda: value.value > 0)
        print("consumer sees", value.value, flush=True)

if __name__ == "__main__":
    condition, ready = multiprocessing.Condition(), multiprocessing.Event()
    value = multiprocessing.Value("i", 0)
    p = multiprocessing.Process(target=consumer, args=(condition, ready, value))
    p.start()
    ready.wait()
    with condition:
        value.value = 42
        print("producer sets 42", flush=True)
        condition.notify()
    p.join()
    with condition:
        print(condition.wait(timeout=0.05))
        condition.notify_all()

# stdout:
#| producer sets 42
#| consumer sees 42
#| False
