# interrupt_main comes when the main thread has waited; from the main thread it comes at once.
import threading, _thread, time, queue
q = queue.Queue()
def producer():
    for i in range(3):
        q.put(i); time.sleep(0.05)
    _thread.interrupt_main()
threading.Thread(target=producer).start()
got = []
try:
    while True:
        try: got.append(q.get(timeout=0.2))
        except queue.Empty: got.append(None)
except KeyboardInterrupt as e:
    print("stopped", got, repr(e))
_thread.interrupt_main(10)
try:
    _thread.interrupt_main(); print("after")
except KeyboardInterrupt: print("kbd")

# stdout:
#| stopped [0, 1, 2] KeyboardInterrupt()
#| kbd
