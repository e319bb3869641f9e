# Waiting overlaps: three downloads one after another take three times as long as in threads.
import threading
import time

def download(site):
    time.sleep(0.2)
    return site

start = time.time()
for site in "abc":
    download(site)
print(f"one after another: {time.time() - start:.1f} s")  # expect: one after another: 0.6 s
start = time.time()
threads = [threading.Thread(target=download, args=(site,)) for site in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f"in threads: {time.time() - start:.1f} s")  # expect: in threads: 0.2 s
