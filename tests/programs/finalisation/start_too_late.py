# Once the interpreter is being taken down, no new thread can be started: here from the last object's __del__.
import threading

class Late:
    def __del__(self, Thread=threading.Thread, show=print):
        try:
            Thread(target=show, args=("never",)).start()
        except RuntimeError as error:
            show(error)

late = Late()
print("main ends")

# stdout:
#| main ends
#| can't create new thread at interpreter shutdown
