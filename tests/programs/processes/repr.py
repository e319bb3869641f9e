# repr of a process in its states, pids taken out.
import multiprocessing
import re

def show(process):
    print(re.sub(r"\d{2,}", "N", repr(process)))

def work(event):
    event.wait()

if __name__ == "__main__":
    event = multiprocessing.Event()
    p = multiprocessing.Process(target=work, args=(event,), name="worker")
    show(p)
    p.start()
    show(p)
    event.set()
    p.join()
    show(p)
    show(multiprocessing.current_process())
    p.close()
    show(p)

# stdout:
#| <Process name='worker' parent=N initial>
#| <Process name='worker' pid=N parent=N started>
#| <Process name='worker' pid=N parent=N stopped exitcode=0>
#| <_MainProcess name='MainProcess' parent=None started>
#| <Process name='worker' parent=N closed>
