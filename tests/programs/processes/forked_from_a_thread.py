# A child that is forked from another thread than the main one has that thread as its main thread, under its name.
import logging
import multiprocessing
import threading
import _thread

logging.basicConfig(format="%(processName)s %(threadName)s %(message)s", force=True)


def child(step):
    me = threading.current_thread()
    print(step, me.name, me is threading.main_thread(), type(me).__name__, me.daemon, threading.active_count())
    logging.warning(step)


def start(step):
    process = multiprocessing.get_context("fork").Process(target=child, args=(step,), name=step)
    process.start()
    process.join()


def low():
    start("low level")
    done.release()


for daemon in False, True:
    thread = threading.Thread(target=start, args=(f"daemon={daemon}",), name="forker", daemon=daemon)
    thread.start()
    thread.join()
start("main")
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(low, ())
done.acquire()

# stdout:
#| daemon=False forker True Thread False 1
#| daemon=True forker True Thread True 1
#| main MainThread True _MainThread False 1
#| low level MainThread True _MainThread False 1
# stderr:
#| daemon=False forker daemon=False
#| daemon=True forker daemon=True
#| main MainThread main
#| low level MainThread low level
